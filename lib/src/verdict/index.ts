export {
  QUESTIONS,
  type Answer,
  type AnswerState,
  type QuestionId,
  type SmallPicture,
} from "./answer.js";
export { datesInWords } from "./answers/data.js";
export {
  NOTEBOOKS,
  readRunArtefacts,
  type ImportanceRecord,
  type RoutingRecord,
  type RunArtefacts,
  type TrainingRecord,
} from "./run-artefacts.js";
export { studyVerdict, type DataKind, type StudyVerdict } from "./study-verdict.js";
