"""What each feature is called where people read of it, and the group that it belongs to."""

from typing import NamedTuple

__all__ = ["CONTAINER_FEATURES", "FLAGS", "GROUPS", "NEIGHBOUR_FEATURES", "OWN_FEATURES", "FeatureWords"]

GROUPS = {
    "density": "text and link density",
    "markup": "elements around it",
    "names": "class and id names",
    "wording": "wording",
    "container": "its containers",
    "neighbours": "its neighbours",
    "position": "position",
    "page": "kind of page",
}
"""Groups of features, with what each is called."""


class FeatureWords(NamedTuple):
    """One feature in words."""

    group: str
    """A key of `GROUPS`."""
    words: str


def in_group(group: str, rows: str) -> dict[str, FeatureWords]:
    """Features of one group: a line each, the name, then what it is called."""
    parts = (row.split(None, 1) for row in rows.strip().splitlines())
    return {name: FeatureWords(group, words) for name, words in parts}


OWN_FEATURES = {
    **in_group(
        "density",
        """
        words          number of words
        word_length    length of its words
        link_density   link density
        links          number of links
        strong         share in bold
        commas         commas
        stops          sentence ends inside
        ends_sentence  ends as a sentence does
        ends_colon     ends with a colon
        digits         digits at its start
        capitals       capitals at its start
        separators     separators such as | and ›
        copyright      a copyright sign
        lines          line breaks
        long           a full sentence or more
        copies         copies on the page
        copies_before  copies before it
        title_share    words of the title in it
        """,
    ),
    **in_group(
        "markup",
        """
        in_nav          in navigation
        in_header       in a header
        in_footer       in a footer
        in_aside        in an aside
        in_form         in a form
        in_article      in an article element
        in_main         in the main element
        in_figure       in a figure
        in_caption      in a figcaption
        in_quote        in a blockquote
        in_list         in a list
        in_table        in a table
        in_pre          in preformatted text
        in_heading      in a heading
        in_link         in a link
        in_button       in a button
        in_dialog       in a dialog
        in_noscript     in noscript
        in_hidden       hidden by an attribute
        in_details      in details
        in_definitions  in a definition list
        in_address      in an address
        is_p            is a paragraph
        is_li           is a list item
        is_div          is a div
        is_td           is a table cell
        is_dd           is a definition
        is_section      is a section
        leaf_a          is wholly a link
        leaf_span       is wholly a span
        leaf_strong     is wholly bold
        leaf_em         is wholly emphasised
        heading_level   level of the heading
        depth           depth in the page
        role_headline   recognised as headline
        role_summary    recognised as summary
        role_byline     recognised as byline
        role_date       recognised as date
        role_caption    recognised as caption
        """,
    ),
    **in_group(
        "names",
        """
        path_near    names of its own element
        path_parent  names of the parent element
        path_far     names further up
        path         names along its path
        """,
    ),
    **in_group(
        "wording",
        """
        lexical      its words and link target
        cue_related  begins as related links do
        cue_sign_up  begins as calls to sign up do
        cue_advert   begins as adverts do
        author_named names an author of the page
        stated       in the body that the metadata states
        described    in the description that the metadata gives
        """,
    ),
    **in_group(
        "container",
        """
        side_50       side of the smallest element with half of the prose
        inside_50     inside the smallest element with half of the prose
        best_size_50  size of the smallest element with half of the prose
        side_80       side of the smallest element with most of the prose
        inside_80     inside the smallest element with most of the prose
        best_size_80  size of the smallest element with most of the prose
        """,
    ),
    **in_group(
        "neighbours",
        """
        prose_around    prose around it
        linked_around   links around it
        since_long      distance from the last full sentence
        until_long      distance to the next full sentence
        path_around     names of the blocks around it
        lexical_around  words of the blocks around it
        under_heading   distance from the heading above
        under_level     level of the heading above
        under_linked    links in the heading above
        under_path      names of the heading above
        under_lexical   words of the heading above
        surroundings    the blocks around it and the page, taken together
        """,
    ),
    **in_group(
        "position",
        """
        position            place on the page
        past_stated         side of the body that the metadata states
        blocks_left         blocks after it
        prose_before        share of the prose before it
        prose_after         share of the prose after it
        prose_words_before  words of prose before it
        prose_words_after   words of prose after it
        after_heading       distance from the main heading
        """,
    ),
    **in_group(
        "page",
        """
        page_blocks       blocks of the page
        page_prose        prose of the page
        page_longest      longest block of the page
        page_linked       links of the page
        page_prose_share  share of prose of the page
        page_stated       the metadata states a body
        type_article      the page says it is an article
        type_og_article   Open Graph says article
        type_og_website   Open Graph says website
        type_product      the page says it is a product
        type_forum        the page says it is a forum
        type_list         the page says it is a list
        type_service      the page says it is a service
        url_depth         depth of the URL
        url_hyphens       hyphens in the URL
        url_digits        digits in the URL
        """,
    ),
}
"""Features that have one value a block, and what the network makes of all blocks around one."""

CONTAINER_FEATURES = {
    "share": "share of the prose",
    "linked": "link density",
    "prose": "share of full sentences",
    "blocks": "number of blocks",
    "mean_words": "words a block",
    "paragraphs": "share of paragraphs",
    "place": "place of the block",
    "alike": "siblings alike",
    "images": "images",
    "inputs": "form fields",
    "anchors": "links",
    "items": "list items",
    "headings": "headings",
    "times": "times",
    "mean_path": "names inside",
}
"""Features of the ever larger containers of a block; their names end in `_0`, the innermost, to `_3`."""

NEIGHBOUR_FEATURES = {
    "words": "number of words",
    "link_density": "link density",
    "long": "a full sentence or more",
    "heading_level": "level of the heading",
    "cue_related": "begins as related links do",
    "cue_sign_up": "begins as calls to sign up do",
    "path": "names along the path",
    "lexical": "words",
}
"""Features of the blocks beside a block; their names end in `_-2`, two before, to `_+2`."""

FLAGS = tuple("author_named copyright cue_ described ends_ in_ inside_ is_ leaf_ long page_stated role_ type_".split())
"""How the names of features begin whose values are yes (1) and no (0)."""
