import { gateThresholds } from "../../campaign/index.js";
import { forbiddenByName } from "../../features/index.js";
import { NOTHING_TO_DO } from "../check.js";
import { counted, list } from "../words.js";
/** Columns whose name says that they are known only after the decision. */
export const forbiddenFeatures = {
    id: "forbidden-features",
    group: "leakage",
    question: "Are there features that are known only after the request was answered?",
    needs: ["table"],
    thresholds: gateThresholds("forbidden-features"),
    condition: ({ features }) => `${features} at most`,
    run({ table }, { features }) {
        const refused = table.features.names.flatMap((name) => {
            const reason = forbiddenByName(name);
            return reason === null ? [] : [{ name, reason }];
        });
        return {
            verdict: refused.length > features ? "fail" : "pass",
            value: refused.length,
            evidence: refused.length === 0
                ? `None of ${counted(table.features.names.length, "feature")} is forbidden by its name.`
                : `${counted(refused.length, "forbidden feature")}: ${list(refused.map(({ reason }) => reason), 3)}.`,
            advice: refused.length === 0
                ? NOTHING_TO_DO
                : `Take ${list(refused.map(({ name }) => name), 8)} out before training.`,
            offenders: refused.map(({ name }) => ({ label: name, count: table.features.rowCount })),
            table: {
                columns: [
                    { key: "name", title: "feature", format: "text" },
                    { key: "reason", title: "why it is forbidden", format: "text" },
                ],
                rows: refused,
            },
        };
    },
};
//# sourceMappingURL=forbidden-features.js.map