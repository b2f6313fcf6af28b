import type { Requests } from "../requests/index.js";
import { InputError } from "../statistics/index.js";
import { forbiddenByName, forbiddenByProvenance } from "./columns.js";
import {
  baseFeatures,
  FEATURES,
  usualFeatureSets,
  type FeatureDefinition,
  type FeatureSet,
} from "./definitions.js";
import type { FeatureTable } from "./table.js";

/** A feature table made from requests, with what could not be made. */
export interface RequestFeatures extends FeatureTable {
  /**
   * Features left out because the log holds nothing to make them of (the first campaign logged no
   * window and no pattern).
   */
  omitted: { name: string; reason: string }[];
}

/**
 * The features of the given sets for every request. Each is refused by name and by provenance if it
 * could tell an outcome; a column that would be missing throughout is left out and reported. Rows
 * may still hold NaN where single log lines lack a value.
 */
export function buildFeatures(
  requests: Requests,
  sets: readonly FeatureSet[] = usualFeatureSets(requests),
): RequestFeatures {
  return computeFeatures(
    requests,
    FEATURES.filter((feature) => sets.includes(feature.set)),
  );
}

/** The same for definitions of your own. Throws on the first that is forbidden. */
export function computeFeatures(
  requests: Requests,
  definitions: readonly FeatureDefinition[],
): RequestFeatures {
  const base = baseFeatures(requests);
  const table: RequestFeatures = {
    rowCount: requests.rowCount,
    names: [],
    columns: [],
    categories: [],
    omitted: [],
  };
  for (const definition of definitions) {
    const refusal =
      forbiddenByName(definition.name) ??
      forbiddenByProvenance(definition.name, definition.inputs) ??
      forbiddenBySet(definition);
    if (refusal) throw new InputError(`forbidden feature: ${refusal}`);
    const column = definition.compute(base);
    if (column.length > 0 && column.every(Number.isNaN)) {
      table.omitted.push({
        name: definition.name,
        reason: definition.earlier
          ? "nothing of the kind was answered before any request"
          : `the log has no ${definition.inputs.join(" or ")}`,
      });
      continue;
    }
    table.names.push(definition.name);
    table.columns.push(column);
    table.categories.push(definition.categories?.(requests) ?? null);
  }
  return table;
}

/** Outcomes of earlier requests are for the set whose times are checked, and for no other. */
function forbiddenBySet({ name, set, earlier }: FeatureDefinition): string | null {
  if (earlier === undefined || set === "feedback") return null;
  return (
    `"${name}" of the set "${set}" is made from earlier requests' ${earlier.join(", ")}: only ` +
    'the set "feedback" may, of which it is checked that they were over before the send'
  );
}
