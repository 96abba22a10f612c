import jsxA11y from 'eslint-plugin-jsx-a11y'
import reactHooks from 'eslint-plugin-react-hooks'
import tseslint from 'typescript-eslint'

// Chinese written straight into markup would never reach the catalogues, and so no other language.
const HAN = '/\\p{Script=Han}/u'

export default tseslint.config(
  { ignores: ['node_modules', 'build', 'data', 'artifacts', 'app/generated', '.cache'] },
  ...tseslint.configs.strict,
  {
    rules: {
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/no-invalid-void-type': 'off',
      eqeqeq: 'error',
      'no-console': 'error',
    },
  },
  {
    files: ['app/**/*.tsx'],
    plugins: { 'jsx-a11y': jsxA11y, 'react-hooks': reactHooks },
    rules: {
      ...jsxA11y.flatConfigs.recommended.rules,
      'react-hooks/rules-of-hooks': 'error',
      'react-hooks/exhaustive-deps': 'error',
      // A list whose markers are styled away loses its role in Safari unless it is said.
      'jsx-a11y/no-redundant-roles': ['error', { ul: ['list'], ol: ['list'] }],
      // Focus goes to the errors when a form comes back: what a reader needs to hear first.
      'jsx-a11y/no-autofocus': 'off',
      'no-restricted-syntax': [
        'error',
        { selector: `JSXText[value=${HAN}]`, message: 'Words belong into app/i18n.' },
        { selector: `JSXAttribute Literal[value=${HAN}]`, message: 'Words belong into app/i18n.' },
        {
          selector: `JSXExpressionContainer > Literal[value=${HAN}]`,
          message: 'Words belong into app/i18n.',
        },
        {
          selector: 'JSXAttribute[name.name="style"]',
          message: 'The content security policy forbids style attributes.',
        },
      ],
    },
  },
  {
    files: ['**/*.test.{ts,tsx}', 'tests/**'],
    rules: { '@typescript-eslint/no-non-null-assertion': 'off', 'no-restricted-syntax': 'off' },
  },
  { files: ['public/**/*.js'], languageOptions: { sourceType: 'module' } },
)
