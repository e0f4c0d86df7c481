package org.convoke.groups.search;

/** The HQL condition behind a search; the index on the same expression serves it. */
public final class Matches {

    private Matches() {}

    /**
     * @param folded the path of the attribute that holds {@link Words#of}
     * @param query the name of the parameter that holds {@link Words#query}
     */
    public static String condition(String folded, String query) {
        return "cast(sql('array_to_tsvector(string_to_array(?, '' '')) @@ cast(? as tsquery)', %s, :%s) as Boolean)"
                .formatted(folded, query);
    }
}
