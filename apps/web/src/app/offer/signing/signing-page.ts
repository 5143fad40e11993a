import { Component } from '@angular/core';

@Component({ selector: 'zit-signing-page', template: '' })
export class SigningPage {}
