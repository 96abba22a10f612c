import { describe, expect, it } from 'vitest'
import { elements, renderMarkup, textOf } from '#tests/setup/render-markup'
import { Checkbox, CheckboxGroup, RadioGroup, SelectField, TextArea, TextField } from './field'
import { ErrorSummary } from './error-summary'

const wrong = '手机号应为 11 位数字，请检查后再填一次'

/** The ids in a describing attribute that no element on the page has. */
function dangling(html: string): string[] {
  const ids = new Set([...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id))
  return [...html.matchAll(/ (?:aria-describedby|aria-labelledby|for)="([^"]+)"/g)]
    .flatMap(([, names = '']) => names.split(' '))
    .filter((id) => !ids.has(id))
}

describe('a text field', () => {
  const html = renderMarkup(
    <TextField
      name="phone"
      label="手机号"
      hint="不会公开"
      error={wrong}
      defaultValue="1380000"
      inputMode="numeric"
      optional
    />,
  )
  const [input = {}] = elements(html, 'input')

  it('has a label that belongs to it', () => {
    expect(elements(html, 'label')[0]?.['for']).toBe('phone')
    expect(input['id']).toBe('phone')
    expect(input['name']).toBe('phone')
    expect(html).toMatch(/<label[^>]*>手机号<span[^>]*>选填<\/span><\/label>/)
  })

  it('is described by its hint, then by its error, and says that it is wrong', () => {
    expect(input['aria-describedby']).toBe('phone-hint phone-error')
    expect(input['aria-invalid']).toBe('true')
    expect(textOf(html, 'phone-hint')).toBe('不会公开')
    expect(textOf(html, 'phone-error')).toBe(`需要修改：${wrong}`)
    expect(dangling(html)).toEqual([])
  })

  it('keeps what was typed', () => {
    expect(input['value']).toBe('1380000')
  })

  it('says nothing of errors and hints that it has not', () => {
    const [plain = {}] = elements(renderMarkup(<TextField name="name" label="名字" />), 'input')
    expect(plain).not.toHaveProperty('aria-describedby')
    expect(plain).not.toHaveProperty('aria-invalid')
  })

  it('takes an id of its own, and then its parts follow', () => {
    const other = renderMarkup(<TextField name="text" id="reply-text" label="回复" error="空" />)
    expect(elements(other, 'input')[0]).toMatchObject({
      id: 'reply-text',
      name: 'text',
      'aria-describedby': 'reply-text-error',
    })
    expect(dangling(other)).toEqual([])
  })
})

describe('a text area with a limit', () => {
  const text = '第一行\n<b>第二行</b>'
  const html = renderMarkup(
    <TextArea name="text" label="您怎么看？" maxCharacters={2000} defaultValue={text} />,
  )

  it('says the limit, and does not cut', () => {
    const [area = {}] = elements(html, 'textarea')
    expect(area['aria-describedby']).toBe('text-count')
    expect(area).not.toHaveProperty('maxLength')
    expect(area).not.toHaveProperty('maxlength')
    expect(textOf(html, 'text-count')).toBe('最多 2000 字')
  })

  it('carries what the live count needs', () => {
    expect(elements(html, 'textarea')[0]?.['data-count']).toBe('2000')
    const [count = {}] = elements(html, 'p')
    expect(count['data-count-of']).toBe('text')
    expect(count['data-count-left']).toContain('{n}')
    expect(count['data-count-over']).toContain('{n}')
  })

  it('keeps the text as it was, markup escaped', () => {
    expect(html).toContain('第一行\n&lt;b&gt;第二行&lt;/b&gt;</textarea>')
  })
})

describe('a set of choices', () => {
  const options = [
    { value: 'support', label: '支持' },
    { value: 'oppose', label: '反对', hint: '请说说理由' },
  ]
  const html = renderMarkup(
    <RadioGroup
      name="stance"
      label="您的态度"
      hint="可以改"
      error="请选择"
      options={options}
      defaultValue="oppose"
    />,
  )

  it('is a group under its legend, described by hint and error', () => {
    expect(html).toMatch(/<legend[^>]*>您的态度<\/legend>/)
    expect(elements(html, 'fieldset')[0]).toMatchObject({
      role: 'radiogroup',
      'aria-describedby': 'stance-hint stance-error',
      'aria-invalid': 'true',
    })
    expect(dangling(html)).toEqual([])
  })

  it('puts its id on the first choice, where an error links to, and a label on each', () => {
    const radios = elements(html, 'input')
    expect(radios.map((radio) => radio['id'])).toEqual(['stance', 'stance-oppose'])
    expect(radios[1]?.['aria-describedby']).toBe('stance-oppose-hint')
    expect(elements(html, 'label').map((label) => label['for'])).toEqual([
      'stance',
      'stance-oppose',
    ])
  })

  it('keeps what was chosen', () => {
    const checked = elements(html, 'input').filter((radio) => 'checked' in radio)
    expect(checked.map((radio) => radio['value'])).toEqual(['oppose'])
  })

  it('may take several', () => {
    const boxes = elements(
      renderMarkup(
        <CheckboxGroup
          name="by"
          label="怎样告诉您"
          options={options}
          defaultValues={['support']}
        />,
      ),
      'input',
    )
    expect(boxes.map((box) => ['checked' in box, box['type']])).toEqual([
      [true, 'checkbox'],
      [false, 'checkbox'],
    ])
  })
})

describe('a select', () => {
  it('begins with an empty choice when asked, and keeps what was chosen', () => {
    const html = renderMarkup(
      <SelectField
        name="district"
        label="区"
        placeholder
        options={[{ value: 'w', label: '望川区' }]}
        defaultValue="w"
      />,
    )
    expect(html).toMatch(/<option value="">请选择<\/option><option value="w" selected="">/)
    expect(elements(html, 'select')[0]?.['id']).toBe('district')
  })
})

describe('a checkbox', () => {
  it('is tied to its error and its hint', () => {
    const html = renderMarkup(
      <Checkbox name="consent" label="我同意" hint="可以撤回" error="请先阅读" />,
    )
    expect(elements(html, 'input')[0]).toMatchObject({
      id: 'consent',
      value: 'on',
      'aria-describedby': 'consent-error consent-hint',
      'aria-invalid': 'true',
    })
    expect(dangling(html)).toEqual([])
  })
})

describe('the summary of errors', () => {
  it('counts, links to each field, takes the focus without script, and says that nothing was lost', () => {
    const html = renderMarkup(
      <ErrorSummary
        errors={[{ fieldId: 'phone', message: wrong }, { message: '验证码已经过期，请重新获取' }]}
      />,
    )
    expect(html).toContain('还有 2 处需要修改')
    expect(elements(html, 'a')).toEqual([{ href: '#phone' }])
    expect(elements(html, 'div')[0]).toMatchObject({
      role: 'alert',
      tabindex: '-1',
      autofocus: '',
      'aria-labelledby': 'error-summary-title',
    })
    expect(html).toContain('您填写的内容都还在')
  })

  it('is not there without errors', () => {
    expect(renderMarkup(<ErrorSummary errors={[]} />)).toBe('')
  })

  it('counts in English', () => {
    const html = renderMarkup(<ErrorSummary errors={[{ message: 'x' }]} />, 'en')
    expect(html).toContain('1 thing needs a correction')
  })
})
