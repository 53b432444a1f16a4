package org.daicho.chapter.council.neighbour;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.daicho.ledger.value.Text;
import org.daicho.ledger.view.LedgerView;

/**
 * The procedure's other chapters, each known by a ledger that it keeps where it is installed. What is not installed is
 * checked on paper.
 */
public enum OtherModules {

    ASSETS("assets.inventory", "第2章 情報資産", "chapter 2, information assets"),
    MEDIA("media.takeouts", "第3章 持ち出し・廃棄", "chapter 3, take-outs and disposal"),
    SYSTEMS("systems.devices", "第4章 パソコン・ライセンス", "chapter 4, devices and licences"),
    FACILITIES("facilities.keys", "第5章 鍵・入退室", "chapter 5, keys and visits"),
    INCIDENTS("incidents.reports", "第6章 事件・事故", "chapter 6, incidents"),
    TRAINING("training.sessions", "第7章 研修", "chapter 7, training"),
    MYNUMBER("mynumber.handlers", "第8章 特定個人情報", "chapter 8, specific personal information");

    private final String ledger;
    private final Text title;

    OtherModules(String ledger, String ja, String en) {
        this.ledger = ledger;
        this.title = new Text(ja, en);
    }

    /** Returns the ledgers by which the chapters are known. */
    static Stream<String> ledgers() {
        return Stream.of(values()).map(module -> module.ledger);
    }

    /** Names the chapters that are not installed; {@code null} where all are. */
    public static Text absent(LedgerView view) {
        List<Text> absent = Stream.of(values()).filter(m -> !view.isActive(m.ledger)).map(m -> m.title).toList();
        return absent.isEmpty()
                ? null
                : new Text(absent.stream().map(Text::ja).collect(Collectors.joining("、")),
                        absent.stream().map(Text::en).collect(Collectors.joining("; ")));
    }
}
