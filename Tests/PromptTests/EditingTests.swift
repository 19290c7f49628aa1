import Testing

import Prompt

extension PromptTests {
  /// What keys do to a text, where no terminal is needed to see it.
  struct EditingTests {
    @Test func movesBetweenLinesByColumn() {
      var buffer = EditBuffer("households\n| where đ = 1\n| x")
      var moves = [buffer.moveUp()]
      #expect(buffer.before == "households\n| w")
      moves.append(buffer.moveUp())
      #expect(buffer.before == "hou")
      moves.append(buffer.moveUp())
      buffer.moveToLineEnd()
      moves.append(buffer.moveDown())
      #expect(buffer.before == "households\n| where đ ")
      moves.append(buffer.moveDown())
      #expect(buffer.after.isEmpty)
      moves.append(buffer.moveDown())
      #expect(moves == [true, true, false, true, true, false])
    }

    @Test func deletesWordsAndLines() {
      var buffer = EditBuffer("hộ nghèo đói")
      var cut = buffer.delete { $0.moveWordLeft() }
      #expect(cut == "đói")
      cut = buffer.delete { $0.moveWordLeft() }
      #expect(cut == "nghèo ")
      #expect(buffer.text == "hộ ")
      buffer = EditBuffer(before: "ab", after: "c\nd")
      cut = buffer.deleteToLineEnd()
      #expect(cut == "c")
      cut = buffer.deleteToLineEnd()
      #expect(cut == "\n")
      #expect(buffer.text == "abd")
      buffer.deleteLeft()
      buffer.deleteRight()
      #expect(buffer.text == "a")
      buffer = EditBuffer("ab")
      buffer.transpose()
      #expect(buffer.before == "ba")
    }

    @Test func undoesTypingInRunsAndKeysOneByOne() {
      var undo = UndoHistory()
      undo.begin(EditBuffer("households"))
      undo.end(EditBuffer("households\n"))
      var text = undo.undo(EditBuffer("households\n| count")).text
      #expect(text == "households\n")
      text = undo.undo(EditBuffer("households\n")).text
      #expect(text == "households")
      text = undo.undo(EditBuffer("households")).text
      #expect(text == "")
      text = undo.undo(EditBuffer("")).text
      #expect(text == "")
    }

    @Test func keepsTheContinuationPromptOutOfTheText() {
      let gutter = Gutter("...> ")
      let filled = gutter.filled("a\nb\n")
      #expect(String(String.UnicodeScalarView(filled)) == "a\n...> b\n...> ")
      for cursor in 2...7 {
        let found = gutter.emptied(filled, cursor: cursor)
        #expect(found == EditBuffer(before: "a\n", after: "b\n"))
      }
      #expect(gutter.emptied(filled, cursor: filled.count) == EditBuffer("a\nb\n"))
      #expect(gutter.emptied(filled, cursor: 0) == EditBuffer(before: "", after: "a\nb\n"))
    }

    @Test func makesAPasteFitToBeEdited() {
      let pasted = "nep> households\r\n...> | where a = \"Tra\u{0300}\"\r\t| count\u{7}\n\n"
      let text = PastedText(pasted, prompts: ["nep> ", "...> "]).text
      #expect(text == "households\n| where a = \"Trà\"\n  | count")
      #expect(text.unicodeScalars.contains("\u{E0}"))
      #expect(PastedText("", prompts: []).text.isEmpty)
    }

    @Test func walksTheHistoryByWhatStandsBeforeTheCursor() {
      var walk = HistoryWalk(["places | count", "members", "places"])
      let start = EditBuffer(before: "pl", after: "x")
      var found = walk.newer(than: start)
      #expect(found == nil)
      let first = walk.older(than: start)
      #expect(first?.text == "places")
      let second = walk.older(than: first ?? start)
      #expect(second?.text == "places | count")
      found = walk.older(than: second ?? start)
      #expect(found == nil)
      found = walk.newer(than: second ?? start)
      #expect(found?.text == "places")
      found = walk.newer(than: first ?? start)
      #expect(found == start)
    }

    @Test func searchesTheHistoryWithoutMarks() {
      var search = HistorySearch(["Trà My", "tra cứu", "khác"], from: EditBuffer("x"))
      for letter in "TRA".unicodeScalars { search.type(letter) }
      #expect(search.shown.text == "tra cứu")
      search.findOlder()
      #expect(search.shown.text == "Trà My")
      search.findOlder()
      #expect(search.shown.text == "Trà My")
      for _ in 0..<3 { search.deleteLast() }
      #expect(search.shown.text == "x")
    }
  }
}
