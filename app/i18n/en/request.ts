import type { request as source } from '../zh-hans/request'

export const request: Record<keyof typeof source, string> = {
  'request.longAddress': 'This address is too long to be opened. Please start from the home page.',
  'request.badAddress':
    'This address has characters that cannot be read. Please start from the home page.',
}
