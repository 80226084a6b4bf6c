"""The names of shortcodes that are known without looking at how they are written."""

from __future__ import annotations


def _names(words: str) -> frozenset[str]:
    return frozenset(words.split())


CAPTION = frozenset(("caption", "wp_caption"))
"""An image with its caption."""

CODE = _names(
    "code sourcecode highlight_code crayon php css html javascript js python ruby java csharp sql bash shell xml text "
    "plain powershell perl cpp"
)
"""SyntaxHighlighter and its kin: what they enclose is program text."""

EMBEDDED = _names(
    "embed youtube vimeo dailymotion ted wpvideo video audio playlist gallery soundcloud spotify bandcamp mixcloud "
    "instagram tweet twitter facebook tiktok slideshare scribd flickr googlemaps googlevideo gist kickstarter "
    "pinterest polldaddy crowdsignal ustream vine latex contact-form contact-form-7 wpforms gravityform ninja_form "
    "formidable mc4wp_form jetpack_subscription_form recipe mailpoet_form rev_slider metaslider"
)
"""Shortcodes whose content, if they enclose any, is an address or settings, never text for readers."""

WELL_KNOWN = _names(
    "archives contact-field product products product_page add_to_cart woocommerce_cart woocommerce_checkout "
    "woocommerce_my_account display-posts portfolio table toc ez-toc blog_subscription_form recent_products "
    "featured_products sale_products wpseo_breadcrumb visual-form-builder nextpage insert_php adrotate ad ads "
    "tablepress vc_row vc_column vc_column_text et_pb_section et_pb_row et_pb_column et_pb_text fusion_text su_button "
    "su_note ngg_images nggallery singlepic cookie_declaration table-info related_posts "
    "jetpack-related-posts wp_sitemap_page"
)
"""Others that are often written without any attribute."""
