const ESCAPES = {
    "&": "&amp;",
    "<": "&lt;",
    ">": "&gt;",
    '"': "&quot;",
    "'": "&#39;",
};
/**
 * Text made safe for HTML, in content and in quoted attributes. Whatever comes out of logs passes
 * through here.
 */
export function escapeHtml(text) {
    return text.replace(/[&<>"']/g, (character) => ESCAPES[character]);
}
//# sourceMappingURL=html.js.map