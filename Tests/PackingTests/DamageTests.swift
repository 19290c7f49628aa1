import Columns
import Foundation
import Loading
import Packing
import Source
import Store
import Testing

/// A packed file that is not as it was written is refused, never read wrongly, and never ends the process.
@Suite struct DamageTests {
  /// The code with which a file is refused; nil where it is taken.
  private func refusal(_ folder: PackedFolder, _ bytes: [UInt8], name: String = "damaged.neps") throws
    -> String?
  {
    let path = try folder.write(name, bytes)
    do throws(Diagnostics) {
      try folder.verify(path)
      return nil
    } catch { return error.list.first?.code.id ?? "" }
  }

  private func packed(_ folder: PackedFolder) throws -> [UInt8] {
    _ = try pack(try folder.everyForm(), to: folder.file("sound.neps"))
    return try folder.bytes("sound.neps")
  }

  @Test(arguments: [1, 2, 3, 4] as [UInt64]) func everyFlippedBitIsSeen(seed: UInt64) throws {
    let folder = try PackedFolder()
    let sound = try packed(folder)
    var dice = SeededDice(state: seed)
    #expect(try refusal(folder, sound) == nil)
    // Every byte of the header, and of all that follows one in each stretch of sixteen.
    for start in Array(0..<64) + Array(stride(from: 64, to: sound.count, by: 16)) {
      let stretch = start < 64 ? 1 : min(16, sound.count - start)
      let position = start + Int.random(in: 0..<stretch, using: &dice)
      var bytes = sound
      bytes[position] ^= 1 << UInt8.random(in: 0..<8, using: &dice)
      let code = try refusal(folder, bytes)
      let allowed = position < 8 ? ["N0901"] : position < 64 ? ["N0904"] : ["N0904", "N0905"]
      #expect(code.map(allowed.contains) ?? false, "byte \(position): \(code ?? "taken")")
    }
  }

  @Test func cutShortAndAddedTo() throws {
    let folder = try PackedFolder()
    let sound = try packed(folder)
    for count in Array(0..<200) + Array(stride(from: 200, to: sound.count, by: 97)) + [sound.count - 1] {
      let code = try refusal(folder, Array(sound[..<count]))
      #expect(code == (count < 8 ? "N0901" : "N0903"), "\(count) bytes: \(code ?? "taken")")
    }
    #expect(try refusal(folder, sound + [0]) == "N0903")
    #expect(try refusal(folder, Array("code,size\nA,1\n".utf8)) == "N0901")
  }

  @Test func anotherVersion() throws {
    let folder = try PackedFolder()
    var crafted = CraftedFile(try packed(folder))
    crafted.bytes[8] = 2
    crafted.sign()
    let path = try folder.write("newer.neps", crafted.bytes)
    do throws(Diagnostics) {
      _ = try folder.open(path)
      Issue.record("a newer version is refused")
    } catch {
      #expect(error.list.first?.code.id == "N0902")
      #expect(error.list.first?.message.en.contains("version 2") ?? false)
    }
  }

  @Test func damageIsFoundWhereItIsFirstTouched() throws {
    let folder = try PackedFolder()
    let crafted = CraftedFile(try packed(folder))
    // The last section holds something of the last table; opening does not read it.
    var bytes = crafted.bytes
    bytes[try #require(crafted.sections.last(where: { $0.length > 0 })).offset] ^= 1
    let opened = try folder.open(try folder.write("late.neps", bytes))
    #expect(opened.damage.diagnostic == nil)
    #expect(opened.tables["households"]?.columns["size"]?.count == 4)
    #expect(opened.damage.diagnostic == nil)
    _ = opened.account()
    #expect(opened.damage.diagnostic?.code.id == "N0905")
  }

  /// Bytes changed anywhere, and all checksums set right again: what another program might write.
  @Test(arguments: [1, 2, 3, 4, 5, 6] as [UInt64]) func craftedFilesNeverCrash(seed: UInt64) throws {
    let folder = try PackedFolder()
    let sound = CraftedFile(try packed(folder))
    var dice = SeededDice(state: seed &* 977)
    var refused = 0
    for _ in 0..<600 {
      var crafted = sound
      for _ in 0..<Int.random(in: 1...3, using: &dice) {
        let isDirectory = Bool.random(using: &dice)
        let range = isDirectory ? crafted.directory : 64..<crafted.directory.lowerBound
        let position = Int.random(in: range, using: &dice)
        let edges: [UInt8] = [0, 1, 2, 0x7F, 0x80, 0xFF]
        crafted.bytes[position] =
          Bool.random(using: &dice)
          ? edges.randomElement(using: &dice) ?? 0 : UInt8.random(in: 0...255, using: &dice)
      }
      crafted.sign()
      let path = try folder.write("crafted.neps", crafted.bytes)
      do throws(Diagnostics) {
        let opened = try folder.open(path)
        _ = opened.account()
        if opened.damage.diagnostic != nil { refused += 1 }
      } catch { refused += 1 }
    }
    #expect(refused > 100)
  }

  @Test func sectionsOutsideTheFileAreRefused() throws {
    let folder = try PackedFolder()
    let sound = CraftedFile(try packed(folder))
    for (index, value) in [
      (0, UInt64(1) << 40), (0, UInt64.max), (8, UInt64(1) << 50), (8, UInt64.max), (0, 0),
    ] {
      var crafted = sound
      // The first section's offset, and its length.
      crafted.put(value, at: crafted.directory.lowerBound + 4 + index)
      crafted.sign()
      let code = try refusal(folder, crafted.bytes)
      #expect(code == "N0906", "\(value): \(code ?? "taken")")
    }
    for offset in [24, 32] {
      var crafted = sound
      crafted.put(UInt64(1) << 45, at: offset)
      crafted.signHeader()
      #expect(try refusal(folder, crafted.bytes) == "N0906")
    }
  }
}

/// A packed file that can be changed and given right checksums again, by what docs/packed-format.md says of it.
struct CraftedFile {
  var bytes: [UInt8]
  let directory: Range<Int>
  /// Where each section lies, and where its checksums stand.
  private(set) var sections: [(offset: Int, length: Int, sums: Int)] = []

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    let offset = Int(CraftedFile.number(bytes, at: 24))
    directory = offset..<bytes.count
    var position = offset + 4
    for _ in 0..<Int(CraftedFile.number(bytes, at: offset) & 0xFFFF_FFFF) {
      let length = Int(CraftedFile.number(bytes, at: position + 8))
      sections.append((Int(CraftedFile.number(bytes, at: position)), length, position + 16))
      position += 16 + (CraftedFile.padded(length) + (1 << 20) - 1) >> 20 * 8
    }
  }

  private static func padded(_ length: Int) -> Int { (length + 63) / 64 * 64 }

  private static func number(_ bytes: [UInt8], at position: Int) -> UInt64 {
    bytes[position..<position + 8].reversed().reduce(0) { $0 << 8 | UInt64($1) }
  }

  mutating func put(_ value: UInt64, at position: Int) {
    for byte in 0..<8 { bytes[position + byte] = UInt8(truncatingIfNeeded: value >> UInt64(byte * 8)) }
  }

  private func sum(_ range: Range<Int>) -> UInt64 {
    bytes.withUnsafeBytes { Checksum.of(UnsafeRawBufferPointer(rebasing: $0[range])) }
  }

  /// Sets all checksums right.
  mutating func sign() {
    for section in sections {
      var start = section.offset
      var place = section.sums
      let end = section.offset + CraftedFile.padded(section.length)
      while start < end {
        put(sum(start..<min(end, start + 1 << 20)), at: place)
        start += 1 << 20
        place += 8
      }
    }
    // The first section is the model, whose bytes the header names.
    if let model = sections.first { put(sum(model.offset..<model.offset + model.length), at: 48) }
    put(sum(directory), at: 40)
    signHeader()
  }

  mutating func signHeader() { put(sum(0..<56), at: 56) }
}
