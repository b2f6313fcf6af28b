import { GradientBoostingClassifier } from "../models/index.js";
/** A model's output for each row. Throws where a probability of 0 or 1 has no log-odds. */
export function modelOutput(classifier, features, scale) {
    if (scale === "log-odds" && classifier instanceof GradientBoostingClassifier)
        return classifier.predictLogOdds(features);
    const probability = classifier.predictProbability(features);
    if (scale === "probability")
        return probability;
    return probability.map((p) => {
        if (p <= 0 || p >= 1)
            throw new RangeError(`the ${classifier.kind} answers ${p}, which has no log-odds; explain its probability ` +
                `instead (scale: "probability")`);
        return Math.log(p / (1 - p));
    });
}
//# sourceMappingURL=model-output.js.map