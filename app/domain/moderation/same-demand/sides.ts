import type { Stance } from '~/domain/comment/comment'

const AGAINST =
  /不(?:太)?(?:支持|赞成|同意|认同|应该|应|宜|建议|必|需要|该|主张)|反对|没必要|没有必要|没有道理|用不着|暂缓|凭什么/

/** Whether a text speaks against something in so many words. */
export function speaksAgainst(text: string): boolean {
  return AGAINST.test(text)
}

/** 支持 and 反对 the same thing are two demands; the stance between them opposes neither. */
export function stancesOppose(a: Stance | null, b: Stance | null): boolean {
  return (favours(a) && b === 'oppose') || (a === 'oppose' && favours(b))
}

function favours(stance: Stance | null): boolean {
  return stance === 'support' || stance === 'conditional'
}
