// The lints of the portal: what the compiler does not see.
import hooks from 'eslint-plugin-react-hooks'
import lints from 'typescript-eslint'

export default lints.config(
  { ignores: ['dist', 'shared/api/schema.d.ts', 'test-results'] },
  ...lints.configs.strict,
  hooks.configs.flat['recommended-latest'],
  {
    rules: {
      'max-lines': ['error', 350],
      'no-console': 'error',
      eqeqeq: 'error',
      'no-restricted-syntax': [
        'error',
        { selector: "JSXAttribute[name.name='dangerouslySetInnerHTML']", message: 'Text is text.' },
      ],
      '@typescript-eslint/no-non-null-assertion': 'error',
    },
  },
  {
    // The family's pages are small: nothing of the staff's side comes into them.
    files: ['family/**', 'shared/**'],
    rules: { 'no-restricted-imports': ['error', { patterns: ['antd', 'antd/*', '**/desk/**'] }] },
  },
  { files: ['desk/**', 'shared/**'], rules: { 'no-restricted-imports': ['error', { patterns: ['**/family/**'] }] } },
  { files: ['shared/**'], rules: { 'no-restricted-imports': ['error', { patterns: ['antd', 'antd/*', '**/desk/**', '**/family/**'] }] } },
  { files: ['scripts/**', 'screenshots/**'], rules: { 'no-console': 'off' } },
)
