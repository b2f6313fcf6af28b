import { binCount, MISSING_CODE } from "./binning.js";
import { COLUMN_BYTES } from "./boosting-memory.js";
/**
 * A bin of a histogram is two whole numbers of 32 bits: the sum of hessians and, above it, that of
 * gradients. Added up as one of 64 bits, they are exact, the same in any order, and do not mix as
 * long as both stay below 2^31.
 * @returns units a row: of a total weight, hessians make up at most a quarter and gradients at most
 *   all
 */
export function unitsPerWeight(weight) {
    return 2 ** Math.floor(Math.log2((0.99 * 2 ** 31) / weight));
}
/** XGBoost does not split for less. */
const LEAST_GAIN = 1e-6;
/**
 * Finds the best split of a node by the second-order gain of Chen and Guestrin (2016), equations 7
 * and 2.
 */
export class BoostingSplitFinder {
    bins;
    whole;
    rules;
    lambda;
    leastHessian;
    leastGain;
    /**
     * @param whole the memory that holds the histograms @param units as `unitsPerWeight` gave them
     */
    constructor(bins, whole, rules, units) {
        this.bins = bins;
        this.whole = whole;
        this.rules = rules;
        this.lambda = rules.lambda * units;
        this.leastHessian = rules.minChildWeight * units;
        this.leastGain = Math.max(rules.gamma, LEAST_GAIN) * units;
    }
    /** Whether a node has enough hessian for two children. */
    splittable({ hessian }) {
        return hessian > 0 && hessian >= 2 * this.leastHessian;
    }
    /** The value of a leaf with these sums, before shrinkage. */
    leafValue(gradient, hessian, lowest, highest) {
        return hessian + this.lambda > 0
            ? Math.min(highest, Math.max(lowest, -gradient / (hessian + this.lambda)))
            : 0;
    }
    /**
     * The best split over these features; of equal gains the lowest feature and code win (features
     * come in ascending order).
     */
    find(histogram, node, features) {
        const best = {
            gain: this.leastGain,
            feature: -1,
            code: 0,
            missingLeft: false,
            gradient: 0,
            hessian: 0,
        };
        if (!this.splittable(node))
            return best;
        for (const feature of features) {
            const from = (histogram + feature * COLUMN_BYTES) >> 2;
            const missingAt = from + 2 * MISSING_CODE;
            const hasMissing = this.bins[feature].hasMissing &&
                (this.whole[missingAt] !== 0 || this.whole[missingAt + 1] !== 0);
            this.scan(from, feature, node, 0, 0, hasMissing, best);
            if (hasMissing)
                this.scan(from, feature, node, this.whole[missingAt + 1], this.whole[missingAt], false, best);
        }
        return best;
    }
    /**
     * @param gradient what goes left from the start, `hessian` too @param missingRight whether
     * splitting off the missing values alone is a split
     */
    scan(from, feature, node, gradient, hessian, missingRight, best) {
        const { lambda, leastHessian, whole } = this;
        const constrained = this.rules.monotone !== null;
        const missingLeft = gradient !== 0 || hessian !== 0;
        const end = binCount(this.bins[feature]) - (missingRight ? 0 : 1);
        const someMissing = missingRight || missingLeft;
        const parent = constrained
            ? this.constrainedScore(node.gradient, node.hessian, node)
            : (node.gradient * node.gradient) / (node.hessian + lambda);
        for (let code = 0; code < end; code++) {
            const hessianHere = whole[from + 2 * code];
            const gradientHere = whole[from + 2 * code + 1];
            if (hessianHere === 0 && gradientHere === 0)
                continue;
            gradient += gradientHere;
            hessian += hessianHere;
            const rightHessian = node.hessian - hessian;
            if (hessian < leastHessian || hessian === 0)
                continue;
            if (rightHessian < leastHessian || rightHessian <= 0)
                break;
            const rightGradient = node.gradient - gradient;
            const gain = constrained
                ? this.constrainedGain(feature, gradient, hessian, rightGradient, rightHessian, node) -
                    parent
                : (gradient * gradient) / (hessian + lambda) +
                    (rightGradient * rightGradient) / (rightHessian + lambda) -
                    parent;
            if (gain <= best.gain)
                continue;
            best.gain = gain;
            best.feature = feature;
            best.code = code;
            // A node without missing values sends later ones to its heavier side.
            best.missingLeft = someMissing ? missingLeft : hessian >= rightHessian;
            best.gradient = gradient;
            best.hessian = hessian;
        }
    }
    /** Both sides' scores, or -Infinity where their values would be in the wrong order. */
    constrainedGain(feature, gradient, hessian, rightGradient, rightHessian, node) {
        const direction = this.rules.monotone[feature];
        const { lowest, highest } = node;
        const left = this.leafValue(gradient, hessian, lowest, highest);
        const right = this.leafValue(rightGradient, rightHessian, lowest, highest);
        if (direction * (right - left) < 0)
            return -Infinity;
        return (this.constrainedScore(gradient, hessian, node) +
            this.constrainedScore(rightGradient, rightHessian, node));
    }
    constrainedScore(gradient, hessian, { lowest, highest }) {
        const value = this.leafValue(gradient, hessian, lowest, highest);
        return -(2 * gradient * value + (hessian + this.lambda) * value * value);
    }
}
//# sourceMappingURL=boosting-splits.js.map