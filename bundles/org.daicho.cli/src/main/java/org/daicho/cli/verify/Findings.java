package org.daicho.cli.verify;

import org.daicho.cli.refusal.Refusal;
import org.daicho.tlog.Finding;

/**
 * Puts what does not fit into one line.
 */
final class Findings {

    private Findings() {
    }

    static Refusal refusal(Finding finding) {
        String ja = switch (finding.kind()) {
        case CHECKPOINT -> "署名付きチェックポイントの書式が正しくありません";
        case SIGNATURE -> "チェックポイントの署名が検証鍵と合いません";
        case ORIGIN -> "チェックポイントが別の記録のものです";
        case EARLIER -> "この記録は、指定されたチェックポイントの続きではありません";
        case MISSING -> "記録の一部がありません";
        case BUNDLE -> "記録の束が壊れています";
        case LEAF -> "記録された内容が、署名された記録と違います";
        case TILE -> "ハッシュが、記録された内容と合いません";
        case ROOT -> "全体のルートが、署名されたチェックポイントと合いません";
        };
        return new Refusal("検証に失敗しました: " + ja + leaves(finding, "(葉 ", "~", ")"),
                "The log does not verify: " + finding.detail() + leaves(finding, " (leaf ", " to ", ")"));
    }

    private static String leaves(Finding finding, String before, String between, String after) {
        if (finding.firstLeaf() < 0) {
            return "";
        }
        return before + finding.firstLeaf()
                + (finding.lastLeaf() > finding.firstLeaf() ? between + finding.lastLeaf() : "") + after;
    }
}
