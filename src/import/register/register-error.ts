/** The register cannot be made. The message is one line. */
export class RegisterError extends Error {
  override readonly name = 'RegisterError';
}
