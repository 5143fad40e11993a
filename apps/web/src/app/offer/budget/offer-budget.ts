import { Component } from '@angular/core';

@Component({ selector: 'zit-offer-budget', template: '' })
export class OfferBudget {}
