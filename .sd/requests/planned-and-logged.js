import { LOAD_PATTERNS, planDesign, PLATFORMS, TIME_WINDOWS, } from "../campaign/index.js";
import { MISSING } from "./requests.js";
/**
 * Every cell of a plan's design (workload, size, window, pattern, platform; days added up) with the
 * requests that the logs hold of it. A plan whose logs name neither window nor pattern is compared
 * without them. Requests outside the plan (another size, another scenario, no platform) count
 * nowhere.
 */
export function compareWithPlan(requests, plan) {
    const flat = plan.layout === "flat";
    const cells = new Map();
    for (const { workload, payloadKb: kb, window, pattern, platform, expectedRequests } of planDesign(plan).cells) {
        const place = flat ? { window: "not logged", pattern: "not logged" } : { window, pattern };
        const key = [workload, kb, place.window, place.pattern, platform].join("/");
        const known = cells.get(key);
        if (known)
            known.planned += expectedRequests;
        else
            cells.set(key, {
                workload,
                payloadKb: kb,
                ...place,
                platform,
                planned: expectedRequests,
                logged: 0,
                loggedShare: 0,
            });
    }
    const plannedKb = [...new Set([...cells.values()].map((cell) => cell.payloadKb))];
    const sizes = requests.payloadKb;
    const sizeOf = new Map([...new Set(sizes)].map((kb) => [kb, nearestSize(plannedKb, kb)]));
    const nameOf = (names, code) => flat || code === MISSING ? "not logged" : names[code];
    for (let row = 0; row < requests.rowCount; row++) {
        const key = [
            requests.workloadNames[requests.workload[row]],
            sizeOf.get(sizes[row]),
            nameOf(TIME_WINDOWS, requests.timeWindow[row]),
            nameOf(LOAD_PATTERNS, requests.loadPattern[row]),
            PLATFORMS[requests.platform[row]],
        ].join("/");
        const cell = cells.get(key);
        if (cell)
            cell.logged++;
    }
    return [...cells.values()].map((cell) => ({ ...cell, loggedShare: cell.logged / cell.planned }));
}
/**
 * The planned size a measured one stands for: the body differs from it by its wrapping, so the
 * nearest within a tenth; else none.
 */
function nearestSize(plannedKb, kb) {
    const nearest = plannedKb.reduce((best, size) => (Math.abs(size - kb) < Math.abs(best - kb) ? size : best), plannedKb[0]);
    return Math.abs(nearest - kb) <= 0.1 * nearest ? nearest : undefined;
}
/**
 * One platform's cells as a map: sizes down, scenarios across, share of the planned requests that
 * are in the logs.
 */
export function loggedMap(compared, platform) {
    const cells = compared.filter((cell) => cell.platform === platform);
    const row = (cell) => `${cell.workload}, ${cell.payloadKb} KiB`;
    const column = (cell) => `${cell.window}, ${cell.pattern}`;
    const rows = [...new Set(cells.map(row))];
    const columns = [...new Set(cells.map(column))];
    return {
        rows,
        columns,
        shares: rows.map((r) => columns.map((c) => cells.find((cell) => row(cell) === r && column(cell) === c)?.loggedShare ?? NaN)),
    };
}
/** Logged of planned by workload and size, on each platform. */
export function loggedBySize(compared) {
    const sizes = new Map();
    for (const { workload, payloadKb, platform, planned, logged } of compared) {
        const key = `${workload}/${payloadKb}`;
        const size = sizes.get(key) ?? {
            workload,
            payloadKb,
            lambda: { planned: 0, logged: 0 },
            ecs: { planned: 0, logged: 0 },
        };
        size[platform].planned += planned;
        size[platform].logged += logged;
        sizes.set(key, size);
    }
    return [...sizes.values()].map(({ lambda, ecs, ...size }) => ({
        ...size,
        lambda: lambda.logged / lambda.planned,
        ecs: ecs.logged / ecs.planned,
    }));
}
//# sourceMappingURL=planned-and-logged.js.map