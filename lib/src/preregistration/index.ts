export { departures, type Departure, type RunAgainstFrozen } from "./departures.js";
export {
  preregister,
  preregistrationJson,
  readPreregistration,
  type FrozenGate,
  type Preregistration,
  type PreregistrationChoices,
} from "./preregistration.js";
