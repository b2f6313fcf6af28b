/**
 * The order in which the author's variance script lists requests: by workload name, Lambda before
 * ECS, and within each as they were logged (folders by name, which is the order of ours).
 */
export function authorRowOrder({ rowCount, workload, workloadNames, platform, }) {
    const alphabetical = [...workloadNames].sort();
    const rank = workloadNames.map((name) => alphabetical.indexOf(name));
    // LAMBDA is the larger code; sorting is stable.
    return Uint32Array.from({ length: rowCount }, (_, row) => row).sort((a, b) => rank[workload[a]] - rank[workload[b]] || platform[b] - platform[a] || a - b);
}
//# sourceMappingURL=author-order.js.map