import { Component } from '@angular/core';

@Component({ selector: 'zit-submit-page', template: '' })
export class SubmitPage {}
