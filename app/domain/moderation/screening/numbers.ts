/** GB 11643-1999: the weights of the first seventeen digits, and the check digit of each remainder. */
const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
const CHECK_DIGITS = '10x98765432'

/** The first two digits of GB/T 2260: provinces. */
const PROVINCES = new Set(
  '11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71 81 82 83'.split(
    ' ',
  ),
)

function isDate(year: number, month: number, day: number): boolean {
  if (month < 1 || month > 12 || day < 1) return false
  return day <= new Date(Date.UTC(year, month, 0)).getUTCDate()
}

/**
 * Whether eighteen digits (the last may be x) are an identity card's number after GB 11643: province, date of birth,
 * check digit. Fifteen digits, as cards had them before, are one by province and date.
 */
export function isIdentityCard(digits: string): boolean {
  if (!PROVINCES.has(digits.slice(0, 2))) return false
  if (/^\d{15}$/.test(digits)) {
    const [, year = '', month = '', day = ''] = /^.{6}(..)(..)(..)/.exec(digits) ?? []
    return isDate(1900 + Number(year), Number(month), Number(day))
  }
  if (!/^\d{17}[\dx]$/.test(digits)) return false
  const year = Number(digits.slice(6, 10))
  if (year < 1880 || year > 2100) return false
  if (!isDate(year, Number(digits.slice(10, 12)), Number(digits.slice(12, 14)))) return false
  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * Number(digits[index]), 0)
  return CHECK_DIGITS[sum % 11] === digits[17]
}

/** Whether 16 to 19 digits are a bank card's number: its first digit, and the check digit after Luhn. */
export function isBankCard(digits: string): boolean {
  if (!/^[3-69]\d{15,18}$/.test(digits)) return false
  // One digit over and over passes the check, and is nobody's card.
  if (new Set(digits).size < 2) return false
  let sum = 0
  for (let index = 0; index < digits.length; index += 1) {
    const digit = Number(digits[digits.length - 1 - index])
    const doubled = index % 2 === 1 ? digit * 2 : digit
    sum += doubled > 9 ? doubled - 9 : doubled
  }
  return sum % 10 === 0
}

/** A mobile number of the mainland, eleven digits. */
export function isMobile(digits: string): boolean {
  return /^1[3-9]\d{9}$/.test(digits)
}

/** How many digits of a landline number are its area code; null where it is none. */
export function areaCodeLength(digits: string): 3 | 4 | null {
  if (/^(?:010|02\d)[2-8]\d{7}$/.test(digits)) return 3
  return /^0[3-9]\d{2}[2-8]\d{6,7}$/.test(digits) ? 4 : null
}
