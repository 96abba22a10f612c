import { expect, it } from 'vitest'
import { isPushService } from './push-service'

const services = ['push.example', 'fcm.example.com']

it('takes addresses of the known services for browser messages, and no others', () => {
  for (const known of ['https://push.example/a', 'https://wns2.push.example/w/?token=b']) {
    expect(isPushService(known, services), known).toBe(true)
  }
  for (const other of [
    'http://push.example/a',
    'https://push.example:8443/a',
    'https://evilpush.example/a',
    'https://push.example.evil/a',
    'https://user@push.example/a',
    'https://127.0.0.1/a',
    'file:///etc/passwd',
    'nothing',
  ]) {
    expect(isPushService(other, services), other).toBe(false)
  }
})
