import Columns
import Execution
import Plan
import Resolve
import Results
import Schema
import Source
import Store
import Syntax

/// Runs the tests that stand in standards.
extension Session {
  /// The tests of every standard among statements that fail, each as an error at its clause.
  func failedTests(_ statements: [Statement]) -> [Diagnostic] {
    statements.flatMap { statement -> [Diagnostic] in
      guard case .standard(let block) = statement.kind else { return [] }
      return block.clauses.compactMap { clause in
        guard case .test(let test) = clause.kind else { return nil }
        return failure(of: test, clause, in: block)
      }
    }
  }

  private func failure(of test: StandardTest, _ clause: StandardClause, in block: StandardBlock)
    -> Diagnostic?
  {
    do throws(Diagnostic) {
      let test = try resolver.testCase(test, of: block)
      let own = Resolver(catalog: Catalog([test.snapshot]))
      own.adopt(block)
      let statement = Statement(.pipeline(test.pipeline), range: clause.range)
      guard case .result(let plan, _) = try own.resolve(statement).kind,
        case .table(let table) = try Executor(snapshots: [test.snapshot]).run(plan).outcome,
        table.columns.count == 2, case .boolean(let verdict) = table.columns[0].column
      else { return nil }
      if verdict.validity.isKnown(0), verdict.bits[0] == test.expected { return nil }
      return failed(
        block, test.snapshot.name, clause, found(table.columns[1], isKnown: verdict.validity.isKnown(0)))
    } catch {
      return error
    }
  }

  private func failed(_ block: StandardBlock, _ name: String, _ clause: StandardClause, _ found: String)
    -> Diagnostic
  {
    Diagnostic(
      StandardCode.testFailed, at: clause.range,
      ["standard": block.head.name.text, "name": name, "found": found])
  }

  private func found(_ column: ResultColumn, isKnown: Bool) -> String {
    guard case .enumeration(let type) = column.type.kind, case .code(let codes) = column.column,
      let code = codes.codes.first, code >= 0
    else { return isKnown ? "the class is open" : "it is undetermined" }
    let known = isKnown ? "" : ", the verdict is undetermined"
    return "assessed as \(type.values[Int(code)].name)\(known)"
  }
}
