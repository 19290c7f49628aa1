import Source

/// What is said of findings about data.
extension DataCode {
  var findingEntry: CatalogueEntry {
    switch self {
    case .badInteger, .badNumber, .badDate, .badBoolean, .unknownValue, .unknownElement: cellEntry
    case .unresolvedLink, .linkToDuplicate, .repeatedRow, .duplicateKey, .missingKey, .linkWithoutTarget:
      keyEntry
    case .extraCells, .missingCells, .emptyRows, .repeatedHeader, .repeatedColumn, .unusedColumns: rowEntry
    default: ruleEntry
    }
  }

  private static func finding(
    en: String, vi: String, explanationEn: String, explanationVi: String
  ) -> CatalogueEntry {
    CatalogueEntry(
      .failure, Localized(en: en, vi: vi), explanation: Localized(en: explanationEn, vi: explanationVi))
  }

  private var cellEntry: CatalogueEntry {
    switch self {
    case .badInteger:
      DataCode.finding(
        en: "{field}: {value} is not a whole number", vi: "{field}: {value} không phải số nguyên",
        explanationEn:
          "The value becomes missing (bad value). `4e+05` and `12.0` are whole; `numbers: vi` reads `1.500.000`.",
        explanationVi:
          "Giá trị thành thiếu (sai). `4e+05` và `12.0` là số nguyên; `numbers: vi` đọc được `1.500.000`.")
    case .badNumber:
      DataCode.finding(
        en: "{field}: {value} is not a number", vi: "{field}: {value} không phải số",
        explanationEn: "The value becomes missing (bad value). Decimal commas are read with `numbers: vi`.",
        explanationVi: "Giá trị thành thiếu (sai). Dấu phẩy thập phân cần `numbers: vi`.")
    case .badDate:
      DataCode.finding(
        en: "{field}: {value} is not a date", vi: "{field}: {value} không phải ngày",
        explanationEn:
          "The value becomes missing (bad value). Dates are `2023-12-15` or `15/12/2023`; `dates: mdy` reads the month first.",
        explanationVi:
          "Giá trị thành thiếu (sai). Ngày viết `2023-12-15` hoặc `15/12/2023`; `dates: mdy` đọc tháng trước."
      )
    case .badBoolean:
      DataCode.finding(
        en: "{field}: {value} is neither true nor false", vi: "{field}: {value} không phải đúng/sai",
        explanationEn:
          "The value becomes missing (bad value). Known: 1/0, yes/no, true/false, có/không, and what `true:` and `false:` add.",
        explanationVi:
          "Giá trị thành thiếu (sai). Nhận: 1/0, yes/no, true/false, có/không, và chữ thêm ở `true:`, `false:`."
      )
    case .unknownValue:
      DataCode.finding(
        en: "{field}: {value} is not one of its values", vi: "{field}: {value} không thuộc danh mục",
        explanationEn:
          "The value becomes missing (bad value). Values are read by name or label; `values:` recodes others.",
        explanationVi: "Giá trị thành thiếu (sai). Giá trị nhận theo tên hoặc nhãn; dùng `values:` để đổi mã."
      )
    default:
      DataCode.finding(
        en: "{field}: {value} holds an element that is not one of its values",
        vi: "{field}: {value} có phần tử không thuộc danh mục",
        explanationEn: "The whole set becomes missing (bad value). Sets are written `a;b;c`.",
        explanationVi: "Cả tập thành thiếu (sai). Tập viết `a;b;c`.")
    }
  }

  private var keyEntry: CatalogueEntry {
    switch self {
    case .unresolvedLink:
      DataCode.finding(
        en: "{field}: no row of {target} has the key {value}",
        vi: "{field}: không có {target} nào mang khóa {value}",
        explanationEn: "The link becomes missing (bad value); the row is kept.",
        explanationVi: "Liên kết thành thiếu (sai); dòng vẫn được giữ.")
    case .linkToDuplicate:
      DataCode.finding(
        en: "{field}: several unlike rows of {target} have the key {value}",
        vi: "{field}: nhiều dòng khác nhau của {target} cùng mang khóa {value}",
        explanationEn:
          "A link to a key that stands for several rows is missing, because no one can tell which is meant.",
        explanationVi: "Liên kết tới khóa trùng thành thiếu vì không biết dòng nào.")
    case .repeatedRow:
      DataCode.finding(
        en: "the row repeats one above in every cell", vi: "dòng lặp lại nguyên một dòng ở trên",
        explanationEn: "Rows alike in every cell are loaded once.",
        explanationVi: "Các dòng giống nhau mọi ô được nạp một lần.")
    case .duplicateKey:
      DataCode.finding(
        en: "another row has this key and other content; the row is kept as {key}",
        vi: "một dòng khác cùng khóa nhưng khác nội dung; dòng được giữ thành {key}",
        explanationEn:
          "Unlike rows of one key are all kept, as CODE#2 and so on; links to the key are missing.",
        explanationVi:
          "Các dòng khác nhau cùng khóa đều được giữ, thành MÃ#2, …; liên kết tới khóa đó thành thiếu.")
    case .missingKey:
      DataCode.finding(
        en: "the row has no key", vi: "dòng không có khóa",
        explanationEn:
          "The row is kept and counted, but nothing can link to it and other snapshots cannot find it.",
        explanationVi: "Dòng vẫn được giữ và đếm, nhưng không nối và không so sánh với bộ khác được.")
    default:
      DataCode.finding(
        en: "{field}: the snapshot has no {target} to link to",
        vi: "{field}: bộ dữ liệu không có {target} để nối",
        explanationEn: "The column is not loaded, because the rows that it names are not in the snapshot.",
        explanationVi: "Cột không được nạp vì các dòng mà nó chỉ tới không có trong bộ dữ liệu.")
    }
  }

  private var rowEntry: CatalogueEntry {
    switch self {
    case .extraCells:
      DataCode.finding(
        en: "the row has {cells} cells, the header {width}; the rest is not read",
        vi: "dòng có {cells} ô, tiêu đề {width}; phần thừa không đọc",
        explanationEn: "A delimiter inside a cell that is not quoted is the usual cause.",
        explanationVi: "Thường do dấu phân cách nằm trong ô không có nháy kép.")
    case .missingCells:
      DataCode.finding(
        en: "the row has {cells} cells, the header {width}; the others are missing",
        vi: "dòng có {cells} ô, tiêu đề {width}; các ô còn lại thành thiếu",
        explanationEn: "Cells that a row lacks are missing (not recorded).",
        explanationVi: "Ô không có thành thiếu (không ghi).")
    case .emptyRows:
      DataCode.finding(
        en: "rows without any content are not loaded", vi: "các dòng trống không được nạp",
        explanationEn: "Spreadsheets often leave rows of delimiters below the data.",
        explanationVi: "Bảng tính thường để lại các dòng chỉ có dấu phân cách ở cuối.")
    case .repeatedHeader:
      DataCode.finding(
        en: "the header stands again as data and is not loaded",
        vi: "dòng tiêu đề lặp lại trong dữ liệu, không được nạp",
        explanationEn: "Files put together from several exports hold their headers too.",
        explanationVi: "Tệp ghép từ nhiều bản xuất còn giữ tiêu đề của chúng.")
    case .repeatedColumn:
      DataCode.finding(
        en: "the header names `{name}` more than once; the first is read",
        vi: "tiêu đề có `{name}` nhiều lần; chỉ đọc cột đầu",
        explanationEn: "A column is found by its name, so only the first of a name can be read.",
        explanationVi: "Cột tìm theo tên nên chỉ đọc được cột đầu tiên của mỗi tên.")
    default:
      DataCode.finding(
        en: "columns that no field reads: {names}", vi: "các cột không trường nào đọc: {names}",
        explanationEn:
          "`columns:` maps a column to a field of the model, `fields:` makes it a field of the snapshot's own.",
        explanationVi: "`columns:` gắn cột với trường của mô hình, `fields:` biến cột thành trường riêng.")
    }
  }

  private var ruleEntry: CatalogueEntry {
    switch self {
    case .outOfRange:
      DataCode.finding(
        en: "{field}: {value} is not within {bounds}", vi: "{field}: {value} ngoài khoảng {bounds}",
        explanationEn: "The value becomes missing (bad value).", explanationVi: "Giá trị thành thiếu (sai).")
    case .notAMultiple:
      DataCode.finding(
        en: "{field}: {value} is not a multiple of {factor}",
        vi: "{field}: {value} không phải bội của {factor}",
        explanationEn: "The value becomes missing (bad value).", explanationVi: "Giá trị thành thiếu (sai).")
    case .afterSnapshot:
      DataCode.finding(
        en: "{field} lies after the date of the snapshot", vi: "{field} sau ngày của bộ dữ liệu",
        explanationEn: "The value becomes missing (bad value).", explanationVi: "Giá trị thành thiếu (sai).")
    case .notExactlyOne:
      DataCode.finding(
        en: "{count} members are {value}, not one", vi: "{count} thành viên là {value}, không phải một",
        explanationEn: "A household has exactly one head.", explanationVi: "Mỗi hộ có đúng một chủ hộ.")
    case .countDiffers:
      DataCode.finding(
        en: "{field} is {value}, but {count} {link} are here; {value} is kept",
        vi: "{field} là {value} nhưng có {count} {link}; giữ {value}",
        explanationEn: "The number that was given is kept beside the rows that were listed.",
        explanationVi: "Số đã ghi được giữ, bên cạnh các dòng được liệt kê.")
    case .exceeds:
      DataCode.finding(
        en: "{field} is {value}, above {bound} {limit}", vi: "{field} là {value}, vượt {bound} {limit}",
        explanationEn: "Both values are kept.", explanationVi: "Giữ cả hai giá trị.")
    case .totalBelowCount:
      DataCode.finding(
        en: "{field} is {value}, below the {count} {link} counted",
        vi: "{field} là {value}, ít hơn {count} {link} đếm được",
        explanationEn: "Resident totals are denominators: a rate over one that is too small passes 100 %.",
        explanationVi: "Tổng dân cư là mẫu số: mẫu số quá nhỏ làm tỷ lệ vượt 100 %.")
    case .levelsNotNested:
      DataCode.finding(
        en: "the place lies in {parent}, which is not of a larger level",
        vi: "địa bàn trực thuộc {parent}, không phải cấp trên",
        explanationEn: "A place lies in one of a larger level: village, commune, district, province.",
        explanationVi: "Địa bàn trực thuộc cấp lớn hơn: thôn, xã, huyện, tỉnh.")
    case .placeCycle:
      DataCode.finding(
        en: "the place lies within itself; its parent is left out",
        vi: "địa bàn nằm trong chính nó; bỏ cấp trên",
        explanationEn: "Following the parents of a place must end at a place without one.",
        explanationVi: "Đi lên theo cấp trên phải tới một địa bàn không có cấp trên.")
    default:
      DataCode.finding(
        en: "more findings of {code}", vi: "còn nhiều phát hiện {code}",
        explanationEn: "After 100,000 findings of one kind about one field the others are only counted.",
        explanationVi: "Sau 100.000 phát hiện cùng loại của một trường, các phát hiện khác chỉ được đếm.")
    }
  }
}
