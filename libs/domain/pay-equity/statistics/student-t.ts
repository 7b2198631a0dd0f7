// Coefficients of the Lanczos approximation with g = 7 and nine terms: relative error below 1e-14 for arguments above 0.
const LANCZOS_G = 7;
const LANCZOS = [
  0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059,
  12.507343278686905, -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7,
] as const;

/** The natural logarithm of Γ(x) for x ≥ 0.5 (Lanczos 1964). */
export function logGamma(x: number): number {
  const z = x - 1;
  const series = LANCZOS.reduce((sum, term, index) => (index === 0 ? term : sum + term / (z + index)), 0);
  const shifted = z + LANCZOS_G + 0.5;
  return 0.5 * Math.log(2 * Math.PI) + (z + 0.5) * Math.log(shifted) - shifted + Math.log(series);
}

const MOST_TERMS = 500;
const SMALLEST = 1e-300;

/** Lentz's continued fraction of the incomplete beta function; converges quickly for x < (a + 1)/(a + b + 2). */
function betaContinuedFraction(x: number, a: number, b: number): number {
  const held = (value: number): number => (Math.abs(value) < SMALLEST ? SMALLEST : value);
  let numerator = 1;
  let denominator = 1 / held(1 - ((a + b) * x) / (a + 1));
  let fraction = denominator;
  const step = (coefficient: number): number => {
    denominator = 1 / held(1 + coefficient * denominator);
    numerator = held(1 + coefficient / numerator);
    return numerator * denominator;
  };
  for (let m = 1; m <= MOST_TERMS; m++) {
    fraction *= step((m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m)));
    const change = step((-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1)));
    fraction *= change;
    if (Math.abs(change - 1) < 1e-16) break;
  }
  return fraction;
}

/** The regularised incomplete beta function I_x(a, b), 0 ≤ x ≤ 1, a and b ≥ 0.5; `rest` is 1 − x without cancellation. */
export function incompleteBeta(x: number, a: number, b: number, rest = 1 - x): number {
  if (x <= 0) return 0;
  if (rest <= 0) return 1;
  const front = Math.exp(logGamma(a + b) - logGamma(a) - logGamma(b) + a * Math.log(x) + b * Math.log(rest));
  if (x < (a + 1) / (a + b + 2)) return (front * betaContinuedFraction(x, a, b)) / a;
  return 1 - (front * betaContinuedFraction(rest, b, a)) / b;
}

/** P(|T| ≥ |t|) of Student's t with so many degrees of freedom: I_x(df/2, 1/2) at x = df/(df + t²); small values keep their digits. */
export function studentTwoSided(t: number, degreesOfFreedom: number): number {
  const square = t * t;
  if (square === Infinity) return 0;
  const whole = degreesOfFreedom + square;
  return incompleteBeta(degreesOfFreedom / whole, degreesOfFreedom / 2, 0.5, square / whole);
}

/** P(T ≥ t) of Student's t with so many degrees of freedom. */
export function studentUpper(t: number, degreesOfFreedom: number): number {
  const tail = studentTwoSided(t, degreesOfFreedom) / 2;
  return t >= 0 ? tail : 1 - tail;
}
