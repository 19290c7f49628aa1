#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// A folder to write into, made where it is not there, with those above it; one that holds anything is refused.
func prepareFolder(_ path: String) throws(DemonstrationError) {
  var made = path.hasPrefix("/") ? "/" : ""
  for part in path.split(separator: "/") {
    made += (made.isEmpty || made.hasSuffix("/") ? "" : "/") + part
    guard mkdir(made, 0o755) != 0 else { continue }
    // A folder above may be one where nothing can be made; only the last decides.
    if errno != EEXIST, made.utf8.count == path.utf8.count { throw DemonstrationError.lastFailure(at: path) }
  }
  guard let entries = opendir(path) else { throw DemonstrationError.lastFailure(at: path) }
  defer { closedir(entries) }
  // Every folder has an entry for itself and one for the folder above.
  var count = 0
  while readdir(entries) != nil { count += 1 }
  if count > 2 { throw DemonstrationError.folderNotEmpty(path) }
}

/// The folder of a snapshot, and whether defects are planted in its files.
struct TargetFolder {
  let path: String
  let hasDefects: Bool

  func file(_ name: String) throws(DemonstrationError) -> CSVFile {
    try CSVFile(path: path + "/" + name, hasDefects: hasDefects)
  }
}
