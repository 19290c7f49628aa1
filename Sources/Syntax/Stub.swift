package enum Formatter { package static func text(_ e: Expression) -> String { "" } }
