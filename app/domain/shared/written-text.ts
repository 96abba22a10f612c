import { AppError } from '../errors'
import { cleanText, countCharacters } from './clean-text'

/**
 * A text as it is stored: cleaned; null where nothing was written.
 *
 * @param maxCharacters code points after cleaning
 * @throws AppError invalidInput with the `field` for a text that is too long or that no keyboard writes
 */
export function writtenText(
  input: string | null | undefined,
  field: string,
  maxCharacters: number,
): string | null {
  const cleaned = cleanText(input ?? '')
  if ('problem' in cleaned) throw new AppError('invalidInput', { field, problem: cleaned.problem })
  const text = cleaned.text.trim()
  if (countCharacters(text) > maxCharacters) throw new AppError('invalidInput', { field })
  return text === '' ? null : text
}
