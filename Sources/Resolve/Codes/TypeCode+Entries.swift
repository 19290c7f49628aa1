import Source

extension TypeCode {
  var operandEntry: CatalogueEntry {
    switch self {
    case .unlikeUnits:
      CatalogueEntry(
        .usage,
        Localized(
          en: "{left} is in {leftUnit} and {right} in {rightUnit}",
          vi: "{left} tính bằng {leftUnit} còn {right} tính bằng {rightUnit}"),
        explanation: Localized(
          en: "Two different units clash in `+`, `-` and comparisons; a value without a unit goes with any.",
          vi:
            "Hai đơn vị khác nhau không đi với nhau trong `+`, `-` và phép so; giá trị không đơn vị đi với mọi đơn vị."
        ),
        example: "households | where income > floor_area", remedy: "households | where income > 1_000_000")
    case .notTruth:
      CatalogueEntry(
        .usage,
        Localized(
          en: "{text} is {type}, and a condition is needed here",
          vi: "{text} là {type}; ở đây cần một điều kiện"),
        explanation: Localized(
          en: "`where`, `and`, `or`, `not` and `if` take what is true, false or undetermined.",
          vi: "`where`, `and`, `or`, `not` và `if` nhận giá trị đúng, sai hoặc chưa xác định."),
        example: "households | where size", remedy: "households | where size > 0")
    case .equalsMissing:
      CatalogueEntry(
        .usage,
        Localized(en: "nothing equals missing", vi: "không có gì bằng missing"),
        explanation: Localized(
          en: "A comparison with a missing value is undetermined; ask `is missing` or `is not missing`.",
          vi: "So với giá trị thiếu thì không xác định; hãy hỏi `is missing` hoặc `is not missing`."),
        example: "households | where income = missing", remedy: "households | where income is missing")
    case .notOrdered:
      CatalogueEntry(
        .usage,
        Localized(
          en: "{type} has no order, so {operator} says nothing",
          vi: "{type} không có thứ tự nên {operator} vô nghĩa"),
        explanation: Localized(
          en: "Only the enums that the model calls ordered compare by `<` and its like; others by `=`.",
          vi: "Chỉ các kiểu liệt kê có thứ tự mới so được bằng `<`; các kiểu khác chỉ so bằng `=`."),
        example: "members | where relation < child", remedy: "members | where relation = child")
    case .notNumeric:
      CatalogueEntry(
        .usage,
        Localized(
          en: "{operator} does not take {type} ({text})", vi: "{operator} không nhận {type} ({text})"),
        explanation: Localized(
          en:
            "Numbers add, subtract, multiply and divide; dates take days; text joins by `+`; sets by `+` and `-`.",
          vi: "Số cộng trừ nhân chia; ngày cộng trừ số ngày; chữ nối bằng `+`; tập hợp dùng `+` và `-`."),
        example: "households | derive class * 2 as x", remedy: "households | derive size * 2 as x")
    case .branchesDiffer:
      CatalogueEntry(
        .usage,
        Localized(
          en: "one branch gives {left}, another {right}", vi: "một nhánh cho {left}, nhánh khác cho {right}"),
        explanation: Localized(
          en: "`if`, `match` and `??` give one type whichever branch is taken.",
          vi: "`if`, `match` và `??` cho cùng một kiểu ở mọi nhánh."),
        example: "households | derive if size > 4 then \"large\" else 0 as band",
        remedy: "households | derive if size > 4 then \"large\" else \"small\" as band")
    case .notASet:
      CatalogueEntry(
        .usage,
        Localized(
          en: "{text} is {type}, and a set is needed here", vi: "{text} là {type}; ở đây cần một tập hợp"),
        explanation: Localized(
          en: "`has` asks a set: `recorded_lacks has toilet`.",
          vi: "`has` hỏi một tập hợp: `recorded_lacks has toilet`."),
        example: "households | where class has poor", remedy: "households | where recorded_lacks has toilet")
    default:
      CatalogueEntry(
        .usage,
        Localized(
          en: "{left} is {leftType} and {right} is {rightType}: they do not compare",
          vi: "{left} là {leftType} còn {right} là {rightType}: không so được"),
        explanation: Localized(
          en: "Values of one type compare: numbers with numbers, dates with dates, an enum with its values.",
          vi: "Chỉ so các giá trị cùng kiểu: số với số, ngày với ngày, liệt kê với giá trị của nó."),
        example: "households | where income > \"high\"", remedy: "households | where income > 3_000_000")
    }
  }

  var argumentEntry: CatalogueEntry {
    switch self {
    case .argumentCount:
      CatalogueEntry(
        .usage,
        Localized(en: "{function} is written {signature}", vi: "{function} viết là {signature}"),
        explanation: Localized(
          en: "The call has too few or too many arguments.", vi: "Lời gọi thiếu hoặc thừa đối số."),
        example: "round(1, 2, 3)", remedy: "round(1.25, 1)")
    case .notWholeNumber:
      CatalogueEntry(
        .usage,
        Localized(
          en: "a whole number from {least} on is needed here",
          vi: "ở đây cần một số nguyên từ {least} trở lên"),
        explanation: Localized(
          en: "`take`, `top`, `bottom`, `sample` and `ntile` take a whole number, literal or parameter.",
          vi: "`take`, `top`, `bottom`, `sample` và `ntile` nhận một số nguyên, viết thẳng hoặc tham số."),
        example: "households | take 2.5", remedy: "households | take 2")
    case .directionInTop:
      CatalogueEntry(
        .usage,
        Localized(
          en: "{stage} has its direction in its name, and takes no desc",
          vi: "{stage} đã nói chiều sắp xếp, không nhận desc"),
        explanation: Localized(
          en: "`top` is largest first, `bottom` smallest first.",
          vi: "`top` lấy lớn nhất trước, `bottom` nhỏ nhất trước."),
        example: "households | top 2 by income desc", remedy: "households | bottom 2 by income")
    case .notOneValue:
      CatalogueEntry(
        .usage,
        Localized(
          en: "a pipeline stands for a value only with one row and one column",
          vi: "chuỗi chỉ thay cho một giá trị khi có một dòng và một cột"),
        explanation: Localized(
          en: "End it with `count` or a `summarize` of one aggregate without `by`.",
          vi: "Kết thúc bằng `count` hoặc `summarize` một phép gộp không có `by`."),
        example: "1 + (households | select code)", remedy: "1 + (households | count)")
    case .windowHere:
      CatalogueEntry(
        .usage,
        Localized(
          en: "{function} stands in derive, where and sort",
          vi: "{function} chỉ đứng trong derive, where và sort"),
        explanation: Localized(
          en: "rank, ntile, running, number and apportion look at all rows of the stage.",
          vi: "rank, ntile, running, number và apportion nhìn mọi dòng của bước."),
        example: "rank(3)", remedy: "households | derive rank(size desc) as place | select code, place")
    case .notAScalarArgument:
      CatalogueEntry(
        .usage,
        Localized(
          en: "{function} takes a plain value here", vi: "{function} cần một giá trị đơn ở đây"),
        explanation: Localized(
          en: "`where`, `by` and `desc` stand only in aggregates and rank.",
          vi: "`where`, `by` và `desc` chỉ đứng trong phép gộp và rank."),
        example: "abs(1 desc)", remedy: "abs(1)")
    default:
      CatalogueEntry(
        .usage,
        Localized(
          en: "{function} does not take {type} ({text})", vi: "{function} không nhận {type} ({text})"),
        explanation: Localized(
          en: "`nep help functions` shows what each function takes.",
          vi: "`nep help functions` cho biết mỗi hàm nhận gì."),
        example: "households | summarize mean(class)", remedy: "households | summarize mean(income)")
    }
  }

  var aggregateEntry: CatalogueEntry {
    switch self {
    case .linkInSummarize:
      CatalogueEntry(
        .usage,
        Localized(
          en: "{text} is one number a row; summarize needs one a group",
          vi: "{text} là một số cho mỗi dòng; summarize cần một số cho mỗi nhóm"),
        explanation: Localized(
          en: "Aggregates over children keep one value a row; say how the rows' values come together.",
          vi: "Phép gộp trên dòng con cho mỗi dòng một giá trị; hãy nói cách gộp các giá trị đó."),
        example: "households | summarize count(members)", remedy: "households | summarize sum(count(members))"
      )
    case .sumBehindLink:
      CatalogueEntry(
        .usage,
        Localized(
          en: "{text} would be added once for each of the {children}",
          vi: "{text} sẽ bị cộng một lần cho mỗi dòng {children}"),
        explanation: Localized(
          en: "A field behind a to-one link belongs to the parent; its sum is taken over the parent's rows.",
          vi: "Trường sau liên kết một thuộc về dòng cha; tổng của nó lấy trên các dòng cha."),
        example: "members | summarize sum(household.size)", remedy: "households | summarize sum(size)")
    case .sumOfShare:
      CatalogueEntry(
        .usage,
        Localized(en: "rates do not add up: {text}", vi: "không cộng hay lấy trung bình các tỷ lệ: {text}"),
        explanation: Localized(
          en: "The rate of a whole is computed from its rows, not from the rates of its parts.",
          vi: "Tỷ lệ chung tính từ các dòng, không từ tỷ lệ các phần."),
        example: "households | summarize share(class = poor) as rate by district | summarize mean(rate)",
        remedy: "households | summarize share(class = poor) as rate")
    case .aggregateInAggregate:
      CatalogueEntry(
        .usage,
        Localized(
          en: "an aggregate over the same rows stands inside another",
          vi: "phép gộp lồng trong phép gộp trên cùng các dòng"),
        explanation: Localized(
          en: "Compute the inner one in a stage before.", vi: "Hãy tính phép bên trong ở bước trước."),
        example: "households | summarize mean(sum(income))", remedy: "households | summarize mean(income)")
    case .notRows:
      CatalogueEntry(
        .usage,
        Localized(
          en: "{name} are not rows of this row", vi: "{name} không phải các dòng thuộc dòng này"),
        explanation: Localized(
          en:
            "In a row, ROWS is a to-many link of it, a path that ends in one, or a view that only filters one. Any other "
            + "source stands in parentheses.",
          vi:
            "Trong một dòng, ROWS là liên kết nhiều của nó, một đường dẫn kết thúc bằng liên kết đó, hoặc khung nhìn chỉ lọc "
            + "nó. Nguồn khác phải đặt trong ngoặc."),
        example: "members | derive count(households) as n",
        remedy: "members | derive count((households)) as n")
    default:
      CatalogueEntry(
        .usage,
        Localized(en: "{function} needs rows here", vi: "{function} cần các dòng ở đây"),
        explanation: Localized(
          en:
            "Where there is no row, an aggregate names its rows: `count(households)`, `mean(households, income)`.",
          vi:
            "Ở nơi không có dòng, phép gộp phải gọi tên các dòng: `count(households)`, `mean(households, income)`."
        ),
        example: "count()", remedy: "count(households)")
    }
  }

  var columnEntry: CatalogueEntry {
    switch self {
    case .duplicateColumn:
      CatalogueEntry(
        .usage,
        Localized(en: "two columns would be called {name}", vi: "hai cột cùng tên {name}"),
        explanation: Localized(
          en: "Give one of them a name with `as`.", vi: "Đặt tên cho một trong hai bằng `as`."),
        example: "households | summarize count(), count(where class = poor)",
        remedy: "households | summarize count(), count(where class = poor) as poor")
    case .notAggregated:
      CatalogueEntry(
        .usage,
        Localized(
          en: "{name} differs from row to row; summarize gives one value a group",
          vi: "{name} khác nhau giữa các dòng; summarize cho một giá trị mỗi nhóm"),
        explanation: Localized(
          en: "Take an aggregate of it, or make it a key with `by`.",
          vi: "Lấy phép gộp của nó, hoặc dùng làm khóa với `by`."),
        example: "households | summarize income by district",
        remedy: "households | summarize mean(income) by district")
    case .appendTypes:
      CatalogueEntry(
        .usage,
        Localized(
          en: "{name} is {left} above and {right} below", vi: "{name} ở trên là {left}, ở dưới là {right}"),
        explanation: Localized(
          en: "`append` puts rows below by the names of columns; columns of one name have one type.",
          vi: "`append` nối dòng theo tên cột; cột cùng tên phải cùng kiểu."),
        example: "households | select code as x | append (households | select size as x)",
        remedy: "households | select code as x | append (households | select code as x)")
    case .shareKeyUnknown:
      CatalogueEntry(
        .usage,
        Localized(en: "{name} is not a key of this table", vi: "{name} không phải khóa của bảng này"),
        explanation: Localized(
          en: "`share per KEY` names one of the keys after `by`.",
          vi: "`share per KEY` gọi một khóa đứng sau `by`."),
        example: "households | count by district with share per area",
        remedy: "households | count by district, area with share per district")
    case .totalsWithoutKeys:
      CatalogueEntry(
        .usage,
        Localized(en: "{option} needs keys after `by`", vi: "{option} cần khóa sau `by`"),
        explanation: Localized(
          en: "Totals, subtotals, shares and empty groups are rows of a table with keys.",
          vi: "Tổng, tổng nhóm, tỷ trọng và nhóm rỗng là dòng của bảng có khóa."),
        example: "households | summarize count() with totals",
        remedy: "households | summarize count() by district with totals")
    default:
      CatalogueEntry(
        .usage,
        Localized(en: "the rows have no key to be compared by", vi: "các dòng không có khóa để so"),
        explanation: Localized(
          en: "`compare` sets rows side by side by their `by` columns, or by the key of their entity.",
          vi: "`compare` đặt các dòng cạnh nhau theo cột `by`, hoặc theo khóa của thực thể."),
        example: "households | select size | compare from current to current",
        remedy: "households | count by district | compare from current to current")
    }
  }
}
