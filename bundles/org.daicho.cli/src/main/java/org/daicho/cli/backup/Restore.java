package org.daicho.cli.backup;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import org.daicho.cli.launch.DataFolder;
import org.daicho.cli.launch.RestoreRuntime;
import org.daicho.cli.launch.RestoreRuntime.Plan;
import org.daicho.cli.refusal.Refusal;
import org.daicho.cli.verify.Progress;

/**
 * Makes a system out of a backup, in an empty data folder. Everything is put together and verified beside, in
 * {@code DATA/restore.part}; only then the keys and, last, the database get their places. What a crash cuts off before
 * that is thrown away by the next attempt, and what it cuts off after is completed by it.
 */
public final class Restore {

    private static final Set<String> HARMLESS = Set.of("lock", "log", "restore.part");
    private static final String READY = "ready";

    private final Path data;
    private final Path keys;
    private final PrintWriter out;

    /**
     * Makes a restore.
     *
     * @param data the data folder
     * @param keys the key folder
     * @param out  where to tell what was done
     */
    public Restore(Path data, Path keys, PrintWriter out) {
        this.data = data;
        this.keys = keys;
        this.out = out;
    }

    /**
     * Restores.
     *
     * @param folder     the target or backup
     * @param keyFile    the file of the target's keys, or {@code null}
     * @param checkpoint a checkpoint that somebody kept, or {@code null}
     * @param by         who restores
     * @param reason     why
     * @throws Refusal   where it can't be done; nothing is left behind then
     * @throws Exception where the framework fails
     */
    public void run(Path folder, Path keyFile, String checkpoint, String by, String reason) throws Exception {
        boolean fresh = Files.notExists(data);
        checkEmpty();
        Target target = Files.exists(stage().resolve(READY)) ? null : Target.find(folder, keyFile);
        Path surviving = target == null ? null : surviving();
        boolean done = false;
        try (DataFolder held = DataFolder.hold(data)) {
            if (target == null) {
                System.err.println("daicho: 途中だった復元を仕上げます / completing the restore that was cut off");
                place();
            } else {
                System.err.println("daicho: 復元する控え / backup: " + target.describe());
                PrivateFiles.deleteTree(stage());
                restore(target, surviving, checkpoint, by, reason);
            }
            done = true;
        } catch (IOException failure) {
            throw new Refusal("復元できませんでした (" + failure.getMessage() + ")。空き容量と権限を確かめてください",
                    "Could not restore; check free space and rights");
        } finally {
            if (!done) {
                leaveNothing(fresh);
            }
        }
    }

    private Path stage() {
        return data.resolve("restore.part");
    }

    private void checkEmpty() {
        for (Path each : list(data)) {
            if (!HARMLESS.contains(each.getFileName().toString()) && !each.equals(keys)) {
                throw new Refusal("データフォルダーが空ではありません(" + each.getFileName() + " があります): " + data + "。復元は空のフォルダーにだけできます",
                        "The data folder is not empty (it holds " + each.getFileName() + "): " + data
                                + "; restore into an empty one");
            }
        }
    }

    /** A key folder that is there already tells how far its log was published; anything else in it is in the way. */
    private Path surviving() {
        List<Path> files = list(keys).stream().filter(each -> !each.getFileName().toString().equals("lock")).toList();
        if (files.isEmpty()) {
            return null;
        }
        if (Files.notExists(keys.resolve("log.key")) || Files.notExists(keys.resolve("checkpoint"))) {
            throw new Refusal("鍵のフォルダーが空ではありません: " + keys, "The key folder is not empty: " + keys);
        }
        return keys;
    }

    private static List<Path> list(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        } catch (IOException failure) {
            throw new Refusal("フォルダーを読めません: " + folder, "Cannot read the folder " + folder);
        }
    }

    private void restore(Target target, Path surviving, String checkpoint, String by, String reason) throws Exception {
        Plan plan;
        Staging staging = Staging.at(target, stage());
        try (RestoreRuntime runtime = RestoreRuntime.launch(staging.folder(), staging.keys(), surviving)) {
            List<String> outside = new ArrayList<>();
            if (surviving != null) {
                outside.add(Files.readString(surviving.resolve("checkpoint")));
            }
            if (checkpoint != null) {
                outside.add(checkpoint);
            }
            Progress progress = new Progress("控えを検証しています / verifying the backup");
            plan = runtime.plan(outside, done -> progress.done(done, -1));
            if (!plan.possible()) {
                throw new Refusal("控えが検証に合格しません: " + plan.ja(), "The backup does not verify: " + plan.en());
            }
            System.err.println("daicho: " + plan.ja() + " / " + plan.en());
            Progress again = new Progress("復元したものを検証しています / verifying the result");
            plan = plan.carriedOut(runtime.carryOut(by, reason, done -> again.done(done, -1)));
        }
        PrivateFiles.forceTree(stage());
        PrivateFiles.write(stage().resolve(READY), "ready\n".getBytes(StandardCharsets.US_ASCII));
        place();
        report(plan);
    }

    private void place() throws IOException {
        Path staged = stage().resolve("keys");
        PrivateFiles.makeFolder(keys);
        Path database = stage().resolve("database");
        if (Files.exists(database)) {
            for (Path file : list(staged)) {
                if (!file.getFileName().toString().equals("lock")) {
                    PrivateFiles.write(keys.resolve(file.getFileName().toString()), Files.readAllBytes(file));
                }
            }
            for (Path file : list(keys)) {
                String name = file.getFileName().toString();
                if (name.matches("master\\.\\d+\\.key|entry-keys\\.\\d+|database\\.key\\.next")
                        && Files.notExists(staged.resolve(name))) {
                    PrivateFiles.destroy(file);
                }
            }
            PrivateFiles.force(keys);
            Files.move(database, data.resolve("database"));
            PrivateFiles.force(data);
        }
        PrivateFiles.deleteTree(stage());
    }

    private void report(Plan plan) {
        out.println("復元しました / restored: " + data);
        out.println("記録 / log: " + plan.origin());
        out.println("控えの件数 / leaves in the backup: " + plan.size());
        out.println("失われた件数 / leaves lost: "
                + (plan.lost() < 0 ? "分かりません / not known" : Long.toString(plan.lost())));
        out.println("控えより後に消去されていた記録 / entries erased after the backup: " + plan.erasures());
        out.println(plan.goesOn()
                ? "同じ鍵で記録を続けます / The log goes on under its key"
                : "新しい記録を始めました。検証鍵を控えている人に、新しい検証鍵を知らせてください / A new log has begun: tell whoever keeps the"
                        + " verifier key the new one");
        out.println("検証鍵 / verifier key: " + plan.key());
        out.println("検索用の鍵は新しくなりました / The search key is a new one");
    }

    /** After a refusal everything is as it was. */
    private void leaveNothing(boolean fresh) {
        try {
            if (Files.notExists(stage().resolve(READY))) {
                PrivateFiles.deleteTree(stage());
                if (fresh) {
                    PrivateFiles.deleteTree(data);
                }
            }
        } catch (IOException failure) {
            System.err.println("daicho: " + stage() + " を消せませんでした / could not be deleted");
        }
    }
}
