import Execution
import Plan
import Resolve
import Results
import Source
import Store
import Syntax

/// One script, run by the engine and by the interpreter.
struct Trial {
  let world: World
  let script: String

  enum Verdict {
    /// The resolver refuses the script.
    case refused(String)
    /// The interpreter does not know a stage.
    case notCovered
    /// Both stop on the same kind of error.
    case bothFail
    case compared([String])
  }

  func verdict() -> Verdict {
    let source = SourceText(id: SourceID(1), name: "trial", text: script)
    let parsed = parse(source)
    if let first = parsed.diagnostics.first { return .refused(first.message.en) }
    let resolver = Resolver(catalog: Catalog(world.snapshots))
    var plans: [StatementPlan] = []
    do throws(Diagnostic) {
      for statement in parsed.program.statements { plans.append(try resolver.resolve(statement)) }
    } catch { return .refused(error.message.en) }
    let executor = Executor(snapshots: resolver.catalog.snapshots)
    let interpreter = Interpreter(world)
    var differences: [String] = []
    for plan in plans {
      do {
        switch plan.kind {
        case .compute(let value):
          try interpreter.compute(value)
          try executor.compute(value)
        case .result(let body, let keep):
          guard try compare(body, keep, executor, interpreter, &differences) else { return .bothFail }
        default: break
        }
      } catch OracleError.notCovered { return .notCovered } catch {
        return .compared(["a definition fails: \(error)"])
      }
    }
    return .compared(differences)
  }

  /// Runs a plan twice; false where both fail.
  private func compare(
    _ plan: Plan, _ keep: Int, _ executor: Executor, _ interpreter: Interpreter,
    _ differences: inout [String]
  ) throws -> Bool {
    var answer: Interpreter.Answer?
    var failure: OracleError?
    do { answer = try interpreter.run(plan, keep: keep) } catch let error as OracleError {
      if case .notCovered = error { throw error }
      failure = error
    }
    let result: Results.Result
    do throws(Diagnostic) {
      result = try executor.run(plan, keep: keep)
    } catch {
      if failure == nil { differences.append("the engine fails: \(error.message.en)") }
      return failure == nil
    }
    guard let answer else {
      differences.append("the engine gives a result, expected \(failure.map { "\($0)" } ?? "an error")")
      return true
    }
    var judgement = Judgement(script)
    judgement.compare(result, answer)
    judgement.compare(result.ledger, interpreter.ledger)
    differences += judgement.differences
    return true
  }
}
