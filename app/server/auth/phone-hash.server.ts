import { keyedHash, type Keys } from '../keys.server'

/**
 * The hash under which a telephone number is looked up and its attempts are counted.
 *
 * @param mobile the number in its one form, as `parseMobile` gives it
 */
export function phoneHash(keys: Pick<Keys, 'phone'>, mobile: string): string {
  return keyedHash(keys.phone, mobile)
}
