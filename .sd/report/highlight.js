import hljs from "highlight.js/lib/core";
import bash from "highlight.js/lib/languages/bash";
import json from "highlight.js/lib/languages/json";
import typescript from "highlight.js/lib/languages/typescript";
import yaml from "highlight.js/lib/languages/yaml";
import { escapeHtml } from "../display/index.js";
for (const [name, language] of Object.entries({ bash, json, typescript, yaml }))
    hljs.registerLanguage(name, language);
/**
 * Code as HTML with its words marked by class; of a language that is not known here, as escaped
 * text.
 */
export function highlightCode(code, language) {
    return hljs.getLanguage(language) ? hljs.highlight(code, { language }).value : escapeHtml(code);
}
//# sourceMappingURL=highlight.js.map