package org.daicho.rest.internal.ledgers;

import java.util.LinkedHashMap;
import java.util.Map;

import org.daicho.ledger.log.Proof;

/**
 * Proofs as JSON, bytes in base64.
 */
final class ProofViews {

    private ProofViews() {
    }

    /** Returns the members of a proof, openings in the order of the leaf's commitments. */
    static Map<String, Object> view(Proof proof) {
        Map<String, Object> openings = new LinkedHashMap<>();
        proof.openings().entrySet().stream().sorted((a, b) -> a.getValue().index() - b.getValue().index())
                .forEach(opening -> openings.put(opening.getKey(), opening.getValue()));
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("leafIndex", proof.leafIndex());
        view.put("treeSize", proof.treeSize());
        view.put("leafHash", proof.leafHash());
        view.put("leaf", proof.leaf());
        view.put("hashes", proof.hashes());
        view.put("checkpoint", proof.checkpoint());
        view.put("openings", openings);
        return view;
    }
}
