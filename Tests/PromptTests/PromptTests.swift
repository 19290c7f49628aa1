import Testing

/// The prompt.
///
/// One test at a time: Ctrl-C is one flag for the whole process.
@Suite(.serialized)
enum PromptTests {}
