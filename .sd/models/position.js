/**
 * Where an accuracy stands between the best lookup of one column (0) and the best possible (1),
 * with its interval; null where the two are nearer to each other than half the interval's width,
 * for a place between them is then chance. Above 1 and below 0 are possible: floor and ceiling are
 * those of all rows, the accuracy is of some.
 */
export function positionBetween({ best1, headroom }, accuracy) {
    if (!(headroom > (accuracy.high - accuracy.low) / 2))
        return null;
    const place = (value) => (value - best1.accuracy) / headroom;
    return {
        estimate: place(accuracy.estimate),
        low: place(accuracy.low),
        high: place(accuracy.high),
        level: accuracy.level,
    };
}
//# sourceMappingURL=position.js.map