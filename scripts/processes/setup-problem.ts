/** Something a developer can put right. Its message is a whole sentence and is shown without a stack trace. */
export class SetupProblem extends Error {
  override name = "SetupProblem";
}
