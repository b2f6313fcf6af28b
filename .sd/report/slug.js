/**
 * Words as a part of an address or of a file's name: lower case, dashes between, at most 60
 * characters.
 */
export function slug(text) {
    return text
        .toLowerCase()
        .replace(/['’]/g, "")
        .replace(/[^a-z0-9]+/g, "-")
        .slice(0, 60)
        .replace(/^-+|-+$/g, "");
}
//# sourceMappingURL=slug.js.map