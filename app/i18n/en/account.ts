import type { account as source } from '../zh-hans/account'

export const account: Record<keyof typeof source, string> = {
  'account.displayName.label': 'Display name',
  'account.displayName.hint':
    'Shown in public beside what you say. It need not be your real name; 2 to 20 characters.',
  'account.displayName.missing': 'Enter a display name.',
  'account.phone.label': 'Mobile number',
  'account.phone.hint': 'To sign in and to receive codes. Never shown in public.',
  'account.phone.missing': 'Enter your mobile number.',
  'account.phone.invalid':
    'Enter a mobile number of mainland China with 11 digits, such as 138 0000 0000.',
  'account.phone.barred':
    'This number cannot open an account. If you have questions, call the number below.',
  'account.phone.taken': 'This number has just got an account. Please sign in with it.',
  'account.phone.same': 'This is your number already; there is nothing to change.',
  'account.password.label': 'Password',
  'account.password.new': 'New password',
  'account.password.current': 'Present password',
  'account.password.missing': 'Enter your password.',
  'account.password.wrong': 'The password is not right. Please enter it again.',
  'account.password.same': 'The new password is the same as the present one. Choose another.',
  'account.password.rule.classes':
    'At least 8 characters with three of these: capital letters, small letters, figures, signs. Or at least 14 characters of any kind, such as a few unrelated words.',
  'account.password.rule.own':
    'Neither your number nor your display name in it, and not a common password.',
  'account.district.label': 'Your subdistrict or district',
  'account.district.hint': 'To list topics near you first. You can change it later.',
  'account.district.unknown': 'Choose your subdistrict or district from the list again.',
  'account.district.none': 'Not given',
  'account.consent.label': 'I have read and accept the',
  'account.consent.link': 'privacy statement',
  'account.consent.version': ' (version {version})',
  'account.consent.missing': 'Please read and accept the privacy statement to go on.',
  'account.tooMany':
    'That was too often in a short time, so it was not done. Please try again in {minutes} {minutes:minute|minutes}.',

  'account.code.label': 'Code from the text message',
  'account.code.hint': '6 digits, good for {minutes} minutes.',
  'account.code.missing': 'Enter the 6 digits from the text message.',
  'account.code.wrong': 'The code is not right. You can try {left} more {left:time|times}.',
  'account.code.over': 'This code works no more. Choose “Send again” for a new one.',
  'account.code.title': 'Enter the code',
  'account.code.sent': 'A text message is on its way to {phone}. Enter the code in it.',
  'account.code.resend.title': 'Nothing received?',
  'account.code.resend.text':
    'Please wait a minute or two first. It can then be sent again, at most 3 times in 10 minutes to one number.',
  'account.code.resend.action': 'Send again',
  'account.code.resent': 'A new code is on its way. Earlier ones work no more.',
  'account.code.used.title': 'This is done already',
  'account.code.used.text': 'This code has been used.',
  'account.demo.title': 'Demo',
  'account.demo.text': 'The demo sends no real text messages. The last one to this number was:',

  'account.signIn.title': 'Sign in',
  'account.signIn.lede': 'With your mobile number and your password.',
  'account.signIn.action': 'Sign in',
  'account.signIn.wrong':
    'The number or the password is not right. Please check both. A forgotten password can be set anew by text message.',
  'account.signIn.locked':
    'There were many failed attempts. To protect the account, please wait {minutes} {minutes:minute|minutes}, or set a new password by text message.',
  'account.signIn.forgot': 'Forgot your password? Set a new one by text message',
  'account.signIn.signUp': 'No account yet? Sign up',
  'account.signIn.done.recovered':
    'Your new password works now: please sign in with it. Other devices were signed out.',
  'account.signIn.done.signedOut': 'You are signed out.',
  'account.signIn.done.closed':
    'Your account is closed and your personal details are deleted. Thank you for taking part.',
  'account.signIn.already.title': 'You are signed in already',
  'account.signIn.already.text':
    'You signed in somewhere else since this page was opened. You can go on.',
  'account.signIn.already.action': 'Go on',
  'account.signOut.action': 'Sign out',
  'account.persona.title': 'Demo: choose who to be',
  'account.persona.lede':
    'This is a demo, and everything in it is made up. No password needed: one click and you are in.',
  'account.persona.action': 'Go in',
  'account.persona.actionAs': 'Go in as: {role}',
  'account.persona.show': 'Sign in as one of the demo’s people instead',

  'account.carried.signIn.title': 'Please sign in again: what you wrote is kept',
  'account.carried.signIn.text':
    'Your session is over. After signing in, choose “Go on and submit”: it is sent as you wrote it.',
  'account.carried.secondFactor.title': 'Please show your second factor: what you wrote is kept',
  'account.carried.secondFactor.text':
    'After that, choose “Go on and submit”: it is sent as you wrote it.',
  'account.carried.secondFactor.action': 'Show second factor',
  'account.carried.stale.title': 'This page was open for too long: what you wrote is kept',
  'account.carried.stale.text':
    'Your session changed since the page was opened. Please check what is below, then choose “Go on and submit”.',
  'account.carried.resume.title': 'You are signed in: please go on',
  'account.carried.resume.text': 'Here is what you wrote, unchanged.',
  'account.carried.resume.action': 'Go on and submit',
  'account.carried.as': 'It is submitted as {name}.',
  'account.carried.kept': 'What you wrote',
  'account.carried.tooLong':
    'This is too long to be carried to the next page. Please copy it from here first, and paste it after signing in.',

  'account.secondFactor.title': 'Second step',
  'account.secondFactor.lede':
    'Open the authenticator app on your telephone and enter the 6 digits under “连心桥”. Without the telephone, enter one of your recovery codes.',
  'account.secondFactor.code': 'Code of the app, or a recovery code',
  'account.secondFactor.missing': 'Enter a code of the app, or a recovery code.',
  'account.secondFactor.wrong':
    'The code is not right, or was used before. Enter the newest 6 digits; if that does not help, check the clock of your telephone.',
  'account.secondFactor.action': 'Go on',
  'account.secondFactor.lost':
    'With neither the telephone nor a recovery code at hand, please ask an administrator.',
  'account.setUp.title': 'Set up the second step',
  'account.setUp.lede':
    'Staff sign in with a code from an authenticator app besides the password. Set it up once; it takes about two minutes.',
  'account.setUp.begin': 'Set it up',
  'account.setUp.step.app.title': '1. Have an authenticator app',
  'account.setUp.step.app.text':
    'Install any authenticator app (TOTP) from your telephone’s store, or use the one you have.',
  'account.setUp.step.scan.title': '2. Scan the code',
  'account.setUp.step.scan.text': 'Choose to add an account in the app and scan this.',
  'account.setUp.step.scan.alt':
    'QR code for an authenticator app; it holds the same as the key below',
  'account.setUp.step.scan.manual': 'If you cannot scan, type in this key:',
  'account.setUp.step.code.title': '3. Enter a code',
  'account.setUp.code': 'The 6 digits in the app',
  'account.setUp.missing': 'Enter the 6 digits in the app.',
  'account.setUp.wrong':
    'The code is not right. Enter the newest 6 digits, and check the clock of your telephone.',
  'account.setUp.expired':
    'The page was open for too long, and the key is a new one. Please scan again, then enter a code.',
  'account.setUp.action': 'Finish',
  'account.setUp.again': 'After this, the earlier app entry and its recovery codes work no more.',
  'account.recoveryCodes.title': 'Please keep your recovery codes',
  'account.recoveryCodes.lede':
    'The second step is set up. When your telephone is lost or replaced, sign in with one of these; each works once. They are shown this one time: write them down or print them, and keep them safe.',
  'account.recoveryCodes.label': 'Recovery codes',
  'account.recoveryCodes.action': 'Kept safe: go on',

  'account.reset.title': 'Reset second step',
  'account.reset.text':
    'Only when both telephone and recovery codes are lost. First make sure in person or by telephone that it is them. The app entry, the recovery codes and all sessions end at once; they set up a new one at the next sign-in, and get a text message.',
  'account.reset.reason': 'Why, and how you made sure who asks',
  'account.reset.reason.hint': 'It goes into the audit trail.',
  'account.reset.reason.missing': 'Say why, and how you made sure who asks.',
  'account.reset.action': 'Reset',
  'account.reset.back': 'Back to the person',
  'account.reset.done':
    'Reset. Tell them to sign in with number and password and to set it up again.',

  'account.signUp.title': 'Sign up',
  'account.signUp.lede':
    'With an account you can speak, take a stance, and follow what becomes of it. About two minutes.',
  'account.signUp.action': 'Get a code by text message',
  'account.signUp.signIn': 'Have an account? Sign in',
  'account.signUp.confirm': 'Finish',
  'account.signUp.known':
    'If the text message says that this number has an account, please sign in, or set a new password by text message.',
  'account.signUp.used': 'Your account is ready: you can sign in.',

  'account.recover.title': 'Set a new password by text message',
  'account.recover.lede': 'Enter the number of your account. We send a text message with a code.',
  'account.recover.action': 'Get a code by text message',
  'account.recover.confirm.title': 'Choose a new password',
  'account.recover.confirm.action': 'Save the new password',
  'account.recover.known':
    'If the text message says that this number has no account, you can sign up.',
  'account.recover.used': 'The new password is saved: please sign in with it.',

  'account.welcome.page': 'Start using your account',
  'account.welcome.title': 'Welcome, {name}',
  'account.welcome.lede':
    'An administrator has made an account for you. Choose the number and the password that you will sign in with.',
  'account.welcome.phone': 'The number of your account is {phone}; the code goes there.',
  'account.welcome.action': 'Get a code by text message',
  'account.welcome.confirm': 'Start using the account',
  'account.welcome.over.title': 'This invitation works no more',
  'account.welcome.over.text':
    'The link may be incomplete, used, or too old. If you have chosen a password already, please sign in; otherwise ask an administrator for a new link.',

  'account.own.title': 'Account and details',
  'account.own.lede': 'Only you see these details; the display name stands beside what you say.',
  'account.own.back': 'My comments',
  'account.own.profile': 'Details',
  'account.own.language': 'Language of text messages and pages',
  'account.own.language.missing': 'Choose a language.',
  'account.own.textMessages': 'Tell me about decisions and responses by text message',
  'account.own.textMessages.hint':
    'Untick it if you do not want them. Codes and warnings about your account are still sent.',
  'account.own.save': 'Save details',
  'account.own.done.profile': 'Your details are saved.',
  'account.own.done.password': 'Your password is changed; other devices were signed out.',
  'account.own.done.phone': 'Your number is confirmed; other devices were signed out.',
  'account.own.done.secondFactor': 'The second step is set up.',
  'account.own.security': 'Signing in',
  'account.own.phone': 'Mobile number',
  'account.own.phone.none': 'No number yet',
  'account.own.phone.unconfirmed': '{phone}, not confirmed yet',
  'account.own.phone.change': 'Change number',
  'account.own.phone.confirm': 'Confirm number',
  'account.own.password': 'Password',
  'account.own.password.text': 'To sign in; only you know it',
  'account.own.password.change': 'Change password',
  'account.own.secondFactor': 'Second step',
  'account.own.secondFactor.on': 'Set up, {left} recovery {left:code|codes} left',
  'account.own.secondFactor.off': 'Not set up',
  'account.own.secondFactor.change': 'Change app',
  'account.own.secondFactor.setUp': 'Set up',
  'account.own.sessions': 'Devices',
  'account.own.sessions.text': 'Where your account is signed in',
  'account.own.sessions.show': 'See devices',
  'account.own.privacy': 'Personal data',
  'account.own.consent': 'Consent',
  'account.own.consent.current': 'Given to version {version}',
  'account.own.consent.outdated': 'There is a new version of the statement: please have a look',
  'account.own.consent.withdrawn': 'You have withdrawn it',
  'account.own.consent.show': 'See or withdraw',
  'account.own.data': 'My data',
  'account.own.data.text': 'See and copy everything the site keeps of you',
  'account.own.data.show': 'See data',
  'account.own.close': 'Close account',
  'account.own.close.text': 'Deletes your personal details for good',
  'account.own.close.show': 'Close account',

  'account.changePassword.title': 'Change password',
  'account.changePassword.lede': 'Other devices are signed out; this one stays signed in.',
  'account.changePassword.action': 'Save the new password',

  'account.changePhone.title': 'Change mobile number',
  'account.changePhone.title.confirm': 'Confirm mobile number',
  'account.changePhone.lede':
    'You sign in and receive text messages with it from then on. Other devices are signed out.',
  'account.changePhone.now': 'Your present number is {phone}.',
  'account.changePhone.label': 'New mobile number',
  'account.changePhone.action': 'Get a code by text message',
  'account.changePhone.confirm': 'Confirm this number',
  'account.changePhone.known':
    'If the text message says that this number belongs to another account, please change or close that one first.',
  'account.changePhone.used': 'This number is confirmed already.',
  'account.changePhone.consent.title': 'Please accept the privacy statement first',
  'account.changePhone.consent.text':
    'You withdrew your consent, so your number may not be used. After giving it again you can confirm your number here.',
  'account.changePhone.consent.action': 'See statement and consent',

  'account.sessions.title': 'Devices',
  'account.sessions.lede':
    'Your account is signed in on these devices. Sign out any that you do not know, and change your password.',
  'account.sessions.current': 'This device',
  'account.sessions.since': 'Signed in',
  'account.sessions.seen': 'Last used',
  'account.sessions.network.same': 'On the network you use now',
  'account.sessions.network.other': 'On another network',
  'account.sessions.end': 'Sign it out',
  'account.sessions.endOf': 'Sign out {device}',
  'account.sessions.endOthers': 'Sign out all others',
  'account.sessions.only': 'Only this device is signed in.',
  'account.sessions.done.one': 'That device is signed out.',
  'account.sessions.done.others': 'All other devices are signed out.',

  'account.consents.title': 'Consent',
  'account.consents.lede':
    'Which version of the privacy statement you accepted. You can withdraw at any time.',
  'account.consents.list': 'Record',
  'account.consents.none': 'No consent is recorded.',
  'account.consents.item': 'Version {version}',
  'account.consents.given': 'Given',
  'account.consents.withdrawn': 'Withdrawn',
  'account.consents.inForce': 'In force',
  'account.consents.over': 'Withdrawn',
  'account.consents.give.title': 'Accept the present statement',
  'account.consents.give.text': 'Please read version {version} of the privacy statement first.',
  'account.consents.give.action': 'Accept version {version}',
  'account.consents.withdraw.title': 'Withdraw consent',
  'account.consents.withdraw.text':
    'Your number is then used for signing in alone: no text messages about decisions and responses, and you cannot speak or take a stance, as the rules ask for a confirmed number. What was published stays. You can still sign in, see and copy your data, or close the account.',
  'account.consents.withdraw.action': 'Withdraw consent',
  'account.consents.done.given': 'Your consent is recorded.',
  'account.consents.done.withdrawn': 'Your consent is withdrawn.',
  'account.consents.confirmPhone': 'Confirm your mobile number',

  'account.data.title': 'My data',
  'account.data.lede': 'Everything the site keeps of you, to see and to take with you.',
  'account.data.list': 'What the file holds',
  'account.data.item.account':
    'The account: display name, mobile number, district, language and settings',
  'account.data.item.comments': 'All your comments, each revision, and what was decided',
  'account.data.item.consents': 'Your consents, roles and rights',
  'account.data.item.sessions':
    'Devices that are signed in, text messages to you, and a record of what you did',
  'account.data.without':
    'Passwords and codes are kept only in a form that cannot be turned back, and are left out.',
  'account.data.action': 'Download the file (JSON)',
  'account.data.correct':
    'If something is wrong, change it under “Account and details”, or call the number at the foot of the page.',

  'account.close.title': 'Close account',
  'account.close.lede': 'This cannot be undone. Please see first what is deleted and what stays.',
  'account.close.erased.title': 'Deleted',
  'account.close.erased.text':
    'Mobile number, password, display name, district, devices, text messages, notices, words beside ratings that are not public, what was masked in public, roles and rights.',
  'account.close.kept.title': 'Kept',
  'account.close.kept.text':
    'Comments that were submitted, under the name 已注销用户 (closed account): replies, official responses and outcomes may refer to them. Withdraw those you do not want to leave under “My comments” first.',
  'account.close.password': 'Enter your password, so that we know it is you',
  'account.close.action': 'Close my account',
  'account.close.keep': 'Keep it and go back',
  'account.close.lastAdmin':
    'You are the last administrator. Please have somebody else take over first.',
}
