import type { sms as source } from '../zh-hans/sms'

export const sms: Record<keyof typeof source, string> = {
  'sms.code.signUp':
    '[Lianxin] {code} is your code to sign up, good for {minutes} minutes. Tell nobody. If this was not you, ignore it.',
  'sms.code.changePhone':
    '[Lianxin] {code} is your code to use this number for your account, good for {minutes} minutes. Tell nobody. If this was not you, ignore it.',
  'sms.code.recover':
    '[Lianxin] {code} is your code to set a new password, good for {minutes} minutes. Tell nobody. If this was not you, ignore it: your password stays as it is.',
  'sms.code.welcome':
    '[Lianxin] {code} is your code to start using your account, good for {minutes} minutes. Tell nobody. If this was not you, ignore it.',
  'sms.instead.signUp':
    '[Lianxin] Somebody tried to sign up with this number, but it has an account. If it was you, please sign in; a forgotten password can be set anew from the sign-in page. If not, ignore this.',
  'sms.instead.changePhone':
    '[Lianxin] Somebody tried to move an account to this number, but it belongs to another account, so nothing was changed. If it was you, first change or close the other account.',
  'sms.instead.recover':
    '[Lianxin] Somebody tried to set a new password for this number, but it has no account. If it was you, you can sign up. If not, ignore this.',
  'sms.instead.barred':
    '[Lianxin] Somebody wanted to use this number for an account, but it cannot open one at present, so nothing was done. If you have questions, call the number on the website.',
  'sms.notice.passwordChanged':
    '[Lianxin] The password of your account was just changed and other devices were signed out. If this was not you, set a new password by text message at once and call the number at the foot of the site.',
  'sms.notice.phoneChanged':
    '[Lianxin] Your account now has another number; this one signs in no more. If this was not you, call the number at the foot of the site at once.',
  'sms.notice.secondFactorConfirmed':
    '[Lianxin] A second step was just set up for your account. If this was not you, call the number at the foot of the site at once.',
  'sms.notice.recoveryCodeUsed':
    '[Lianxin] One of your recovery codes was just used to sign in; {left} {left:is|are} left. If this was not you, change your password at once and call the number at the foot of the site.',
  'sms.notice.secondFactorReset':
    '[Lianxin] An administrator has reset the second step of your account and ended your sessions. Please sign in and set it up again. If you did not ask for this, call the number at the foot of the site at once.',
  'sms.lastToday': ' (The last text message of today; see the site for the rest.)',
  'sms.notice.closed':
    '[Lianxin] Your account is closed and your personal details are deleted. Thank you for taking part.',
}
