import { Component } from '@angular/core';

@Component({ selector: 'zit-receipt-page', template: '' })
export class ReceiptPage {}
