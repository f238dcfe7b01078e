extension Table {
    /// The table of these rows, in this order.
    public func rows(at places: [Int]) -> Table {
        Table(name: name, columns: columns.map { $0.rows(at: places) }, provenance: provenance)
    }

    /// The places of the rows from the greatest value of a column to the smallest; rows without a
    /// value come last, equal ones keep their order. Nil where there is no such column of numbers.
    public func order(byGreatest column: String) -> [Int]? {
        guard let values = columns.first(where: { $0.field.id == column })?.numbers else { return nil }
        return values.indices.sorted { one, other in
            switch (values[one], values[other]) {
            case (let a?, let b?): a != b ? a > b : one < other
            case (.some, nil): true
            case (nil, .some): false
            case (nil, nil): one < other
            }
        }
    }
}

extension Column {
    func rows(at places: [Int]) -> Column {
        func taken<Value>(_ values: [Value]) -> [Value] { places.map { values[$0] } }
        return switch values {
        case .text(let values): Column(field, .text(taken(values)))
        case .number(let values): Column(field, .number(taken(values)))
        case .integer(let values): Column(field, .integer(taken(values)))
        case .flag(let values): Column(field, .flag(taken(values)))
        }
    }

    /// The values as numbers; nil where they are texts.
    public var numbers: [Double?]? {
        switch values {
        case .text: nil
        case .number(let values): values
        case .integer(let values): values.map { $0.map(Double.init) }
        case .flag(let values): values.map { $0.map { $0 ? 1 : 0 } }
        }
    }
}
