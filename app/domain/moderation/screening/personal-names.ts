import { masking, type PersonalPlace } from './personal-numbers'
import type { TextViews } from './views'

// All of these look at a bounded number of characters from where they start.

const AT = String.raw`(?:@|艾特|[\[({<【]at[\])}>】])`
const DOT = String.raw`(?:\.|点|[\[({<【](?:dot|点)[\])}>】])`
const EMAIL = new RegExp(
  String.raw`([a-z0-9][a-z0-9._%+-]{0,63})\s?${AT}\s?([a-z0-9-]{1,63}(?:\s?${DOT}\s?[a-z0-9-]{2,24}){1,4})`,
  'gu',
)

/** Addresses of offices are there to be written to. */
const OFFICIAL_DOMAIN = /(?:^|\.)(?:gov|edu)\.cn$/

/** E-mail addresses, with @ and dots written out, too. */
export function emailAddresses(text: string, { latin }: TextViews): PersonalPlace[] {
  if (!/@|艾特|at[\])}>】]/u.test(latin)) return []
  return Array.from(latin.matchAll(EMAIL)).flatMap((match) => {
    const [whole, local = '', domain = ''] = match
    if (OFFICIAL_DOMAIN.test(domain.replace(/\s/g, '').replace(new RegExp(DOT, 'gu'), '.')))
      return []
    const start = match.index
    const place = { start, end: start + whole.length }
    // A short name is covered whole, with the sign behind it where it takes that to be four.
    const to = start + Math.max(local.length, local.length > 1 ? 5 : 1)
    const from = local.length > 1 ? start + 1 : start
    const covered =
      local.length >= 5 ? { from, to: start + local.length } : { from, to: Math.min(to, place.end) }
    return [
      { rule: 'email' as const, ...place, mask: masking(text, place, covered.from, covered.to) },
    ]
  })
}

const WECHAT = String.raw`[微薇徽溦威嶶v]\s?(?:信|芯|x)|wx|weixin|wechat|加\s?[v薇微]|\u2795\s?[v薇微]`
const QQ = String.raw`q\s?q|扣扣|企鹅`
/** What stands between the name of a service and the account. */
const BETWEEN = String.raw`(?:号码?|账号|帐号|群号?|id|是|为|加我?|搜|联系|[:=\s【「"“'→~\-—|.,，*_]){0,8}`
const CONTACT = new RegExp(
  `(?<![a-z])(?:(${QQ})|${WECHAT})(${BETWEEN})(?:([a-z][a-z0-9_-]{5,19})|([1-9](?:[ -]?[0-9]){4,10}))(?![a-z0-9])`,
  'gu',
)

const INVITES = /号|id|[:=]|加|搜|联系/u
const COUNTED = /^\s?[元人户个名位万%年月日条次块分]/u

/**
 * Accounts of WeChat and QQ behind the service's name in its many spellings. Names of services alone, their
 * groups and payments are everyday words and stay.
 */
export function contacts(text: string, { latin }: TextViews): PersonalPlace[] {
  return Array.from(latin.matchAll(CONTACT)).flatMap((match) => {
    const [whole, qq, between = '', letters, number] = match
    const account = letters ?? number ?? ''
    const end = match.index + whole.length
    const start = end - account.length
    const after = latin.slice(end, end + 2)
    const before = latin.slice(Math.max(0, match.index - 2), match.index)
    const invited = INVITES.test(between) || INVITES.test(before) || /^加|^\u2795/u.test(whole)
    if (letters !== undefined) {
      const mixed = /[\d_-]/.test(letters)
      if (!mixed && (!invited || /^ [a-z]/.test(after))) return []
    } else {
      if (COUNTED.test(after)) return []
      if (qq === undefined && !invited) return []
    }
    const kept = account.length > 5 ? 2 : 1
    const place = { start, end }
    return [{ rule: 'contact' as const, ...place, mask: masking(text, place, start + kept, end) }]
  })
}

const PROVINCE = '[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼]'
const PLATE = new RegExp(
  String.raw`(${PROVINCE} ?[a-hj-np-z][ ·•.-]{0,2})((?:[a-hj-np-z0-9] ?){4}(?:[a-hj-np-z0-9] ?)?[a-hj-np-z0-9挂学警港澳])(?![a-z0-9])`,
  'gu',
)

/** Number plates, also those of six signs. */
export function plates(text: string, { latin }: TextViews): PersonalPlace[] {
  return Array.from(latin.matchAll(PLATE)).flatMap((match) => {
    const [whole, head = '', tail = ''] = match
    if ((tail.match(/[0-9]/g) ?? []).length < 3) return []
    if (/^(?:室|号楼|栋|单元)/u.test(latin.slice(match.index + whole.length))) return []
    const place = { start: match.index, end: match.index + whole.length }
    const from = place.start + head.length
    return [
      {
        rule: 'plate' as const,
        ...place,
        mask: masking(text, place, from, from + lengthOfFirst(tail, 4)),
      },
    ]
  })
}

/** How much of a spaced text its first signs take. */
function lengthOfFirst(text: string, signs: number): number {
  let seen = 0
  for (let index = 0; index < text.length; index += 1) {
    if (text.charAt(index) !== ' ') seen += 1
    if (seen === signs) return index + 1
  }
  return text.length
}
