/** Text messages on accounts. Each begins with who writes; none asks for a code or a password. */
export const sms = {
  'sms.code.signUp':
    '【连心桥】验证码 {code}，{minutes} 分钟内有效，用于注册账号。请勿告诉任何人；如非本人操作，请忽略。',
  'sms.code.changePhone':
    '【连心桥】验证码 {code}，{minutes} 分钟内有效，用于绑定这个手机号码。请勿告诉任何人；如非本人操作，请忽略。',
  'sms.code.recover':
    '【连心桥】验证码 {code}，{minutes} 分钟内有效，用于重设密码。请勿告诉任何人；如非本人操作，请忽略，密码不会改变。',
  'sms.code.welcome':
    '【连心桥】验证码 {code}，{minutes} 分钟内有效，用于启用您的账号。请勿告诉任何人；如非本人操作，请忽略。',
  'sms.instead.signUp':
    '【连心桥】有人用这个号码注册，但它已经有账号了。如果是您本人，请直接登录；忘记密码可在登录页选择“用短信重设密码”。如非本人操作，请忽略。',
  'sms.instead.changePhone':
    '【连心桥】有人想把账号换绑到这个号码，但它已经属于另一个账号，因此没有更换。如果是您本人，请先在原账号里更换号码或注销。',
  'sms.instead.recover':
    '【连心桥】有人想为这个号码重设密码，但它还没有账号。如果是您本人，可以直接注册。如非本人操作，请忽略。',
  'sms.instead.barred':
    '【连心桥】有人想用这个号码注册或换绑，但它目前不能开通账号，因此没有办理。如有疑问，请拨打网站下方的电话。',
  'sms.notice.passwordChanged':
    '【连心桥】您的账号密码刚刚更改，其他设备均已退出。如非本人操作，请立即用短信重设密码，并拨打网站下方的电话。',
  'sms.notice.phoneChanged':
    '【连心桥】您的账号已换用新的手机号码，这个号码不能再登录。如非本人操作，请立即拨打网站下方的电话。',
  'sms.notice.secondFactorConfirmed':
    '【连心桥】您的账号刚刚设置了第二步验证。如非本人操作，请立即拨打网站下方的电话。',
  'sms.notice.recoveryCodeUsed':
    '【连心桥】您的一个恢复码刚刚用于登录，还剩 {left} 个。如非本人操作，请立即修改密码，并拨打网站下方的电话。',
  'sms.notice.secondFactorReset':
    '【连心桥】管理员已重置您的第二步验证，各处的登录已退出，请重新登录并设置。如非您本人提出，请立即拨打网站下方的电话。',
  'sms.lastToday': '（今天的短信到此为止，其余请登录网站查看。）',
  'sms.notice.closed': '【连心桥】您的账号已注销，个人信息已删除。感谢您参与商量。',
} as const
