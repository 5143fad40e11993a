import { IsObject, IsString, Length, MaxLength } from 'class-validator';

/** Options for the browser as WebAuthn's JSON has them (`PublicKeyCredential.parseCreationOptionsFromJSON`). */
export interface PasskeyOptions {
  /** Names the challenge that the server keeps for five minutes. */
  challengeId: string;
  options: Record<string, unknown>;
}

/** POST /api/v1/account/passkeys: what the browser answered to the creation options. */
export class AddPasskey {
  @IsString() @MaxLength(40) challengeId!: string;
  @IsString() @Length(1, 60) name!: string;
  @IsObject() response!: Record<string, unknown>;
}

/** POST /api/v1/session/passkey: signs in (passkey alone) or shows the second factor; both end in a full session. */
export class PasskeySignIn {
  @IsString() @MaxLength(40) challengeId!: string;
  @IsObject() response!: Record<string, unknown>;
}
