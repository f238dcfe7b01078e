/// Powers of numbers that are not negative.
public enum Power {
    /// The value to the power of the exponent: exact at 0, ½ and 1, else by logarithms.
    public static func of(_ value: Double, _ exponent: Double) -> Double {
        switch exponent {
        case 0: 1
        case 0.5: value.squareRoot()
        case 1: value
        default: value > 0 ? Logarithm.exponential(exponent * Logarithm.natural(value)) : 0
        }
    }
}
