package org.daicho.rest.internal.openapi;

/**
 * Makes the names of schemas and operations out of those of ledgers, actions and classes. They stay as long as those do.
 */
final class Names {

    private Names() {
    }

    /** Returns {@code MediaTakeouts} for {@code media.takeouts}, {@code TakeOut} for {@code take-out}. */
    static String pascal(String id) {
        StringBuilder name = new StringBuilder();
        for (String part : id.split("[^A-Za-z0-9]+")) {
            if (!part.isEmpty()) {
                name.append(Character.toUpperCase(part.charAt(0))).append(part.substring(1));
            }
        }
        return name.toString();
    }

    /** Returns {@code takeOut} for {@code take-out}. */
    static String camel(String id) {
        String name = pascal(id);
        return name.isEmpty() ? name : Character.toLowerCase(name.charAt(0)) + name.substring(1);
    }
}
