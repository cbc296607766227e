/** [E18] Four to eight digits, and not those everybody tries first: one digit over and over, or a row like 1234. */
export function pinProblem(pin: string): 'notDigits' | 'tooEasy' | null {
  if (!/^\d{4,8}$/.test(pin)) return 'notDigits'
  const steps = new Set([...pin].slice(1).map((digit, i) => Number(digit) - Number(pin[i])))
  return steps.size === 1 && [-1, 0, 1].includes([...steps][0] ?? 9) ? 'tooEasy' : null
}
