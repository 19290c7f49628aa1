import Syntax

/// What the names of a session mean at one moment, so that a statement that fails leaves no trace.
package struct ResolverCheckpoint {
  fileprivate var definitions: [String: DefinitionEntry]
  fileprivate var fieldDefinitions: [String: [String: DefinitionEntry]]
  fileprivate var parameters: [String: ParameterValue]
  fileprivate var kept: KeptResult?
  fileprivate var lastDefinition: String?
}

extension Resolver {
  /// Definitions, parameters and `it` as they are now.
  package var checkpoint: ResolverCheckpoint {
    ResolverCheckpoint(
      definitions: definitions, fieldDefinitions: fieldDefinitions, parameters: parameters, kept: kept,
      lastDefinition: lastDefinition)
  }

  /// Makes names mean again what they meant then.
  package func restore(_ checkpoint: ResolverCheckpoint) {
    definitions = checkpoint.definitions
    fieldDefinitions = checkpoint.fieldDefinitions
    parameters = checkpoint.parameters
    kept = checkpoint.kept
    lastDefinition = checkpoint.lastDefinition
  }
}
