-- The tables SuiteQL sees. A column named x__df or x__cf is not part of NetSuite: it holds what
-- BUILTIN.DF(x) or BUILTIN.CF(x) answers, and no result ever shows it.

CREATE TABLE currency (
  id BIGINT PRIMARY KEY,
  name VARCHAR(60) NOT NULL,            -- free text, not the ISO code
  symbol VARCHAR(3) NOT NULL,           -- the ISO code
  exchangerate DECIMAL(18, 8),          -- to the base currency
  isbasecurrency CHAR(1) NOT NULL,
  isinactive CHAR(1) NOT NULL
);

INSERT INTO currency VALUES
  (1, 'USA', 'USD', 1.00000000, 'T', 'F'),
  (2, 'Euro', 'EUR', 1.08000000, 'F', 'F'),
  (3, 'Canadian Dollar', 'CAD', 0.73000000, 'F', 'F'),
  (4, 'British Pound', 'GBP', 1.27000000, 'F', 'F');

CREATE TABLE customer (
  id BIGINT PRIMARY KEY,
  entityid VARCHAR(120) NOT NULL,
  externalid VARCHAR(120),
  companyname VARCHAR(200),
  email VARCHAR(200),
  currency BIGINT,
  currency__df VARCHAR(60) INVISIBLE,
  isinactive CHAR(1) NOT NULL,
  isperson CHAR(1) NOT NULL,
  lastmodifieddate TIMESTAMP NOT NULL,
  datecreated TIMESTAMP NOT NULL,
  story VARCHAR(64) INVISIBLE NOT NULL
);

CREATE TABLE transaction (
  id BIGINT PRIMARY KEY,
  tranid VARCHAR(80),
  externalid VARCHAR(120),
  type VARCHAR(20) NOT NULL,            -- CustInvc, CustPymt, CustCred
  type__df VARCHAR(40) INVISIBLE,
  recordtype VARCHAR(40) NOT NULL,      -- invoice, customerpayment, creditmemo
  entity BIGINT NOT NULL,
  entity__df VARCHAR(200) INVISIBLE,
  status VARCHAR(4) NOT NULL,           -- the letter alone; invoices: A B D E V
  status__df VARCHAR(60) INVISIBLE,
  status__cf VARCHAR(60) INVISIBLE,
  trandate DATE NOT NULL,
  duedate DATE,
  currency BIGINT NOT NULL,
  currency__df VARCHAR(60) INVISIBLE,
  exchangerate DECIMAL(18, 8),
  foreigntotal DECIMAL(18, 2),           -- with tax; a credit memo's is negative
  foreignamountpaid DECIMAL(18, 2),      -- by payments and by applied credits
  foreignamountunpaid DECIMAL(18, 2),
  voided CHAR(1) NOT NULL,
  posting CHAR(1) NOT NULL,
  approvalstatus BIGINT,                -- 1 pending approval, 2 approved, 3 rejected
  approvalstatus__df VARCHAR(40) INVISIBLE,
  memo VARCHAR(400),
  email VARCHAR(200),
  createdfrom BIGINT,
  createddate TIMESTAMP NOT NULL,
  lastmodifieddate TIMESTAMP NOT NULL,
  custbody_sf_opportunity_id VARCHAR(18),
  custbody_sf_contract_id VARCHAR(18),
  custbody_sf_account_id VARCHAR(18),
  story VARCHAR(64) INVISIBLE NOT NULL
);

-- One row per line. The main line carries the total; tax lines carry taxline = 'T'; a discount is a
-- line of itemtype Discount. Lines of an invoice are negative here, as NetSuite books them: the net
-- amount after discount and before tax is -SUM(foreignamount) over mainline = 'F' and taxline = 'F'.
CREATE TABLE transactionline (
  transaction BIGINT NOT NULL,
  id BIGINT NOT NULL,
  uniquekey BIGINT NOT NULL,
  linesequencenumber BIGINT NOT NULL,
  mainline CHAR(1) NOT NULL,
  taxline CHAR(1) NOT NULL,
  itemtype VARCHAR(20),                 -- Service, Discount, TaxItem
  itemtype__df VARCHAR(40) INVISIBLE,
  memo VARCHAR(400),
  quantity DECIMAL(18, 4),
  rate DECIMAL(18, 4),
  foreignamount DECIMAL(18, 2),         -- in the transaction's currency
  netamount DECIMAL(18, 2),             -- in the base currency
  subsidiary BIGINT NOT NULL,
  subsidiary__df VARCHAR(60) INVISIBLE,
  entity BIGINT,
  story VARCHAR(64) INVISIBLE NOT NULL,
  PRIMARY KEY (transaction, id)
);

-- What follows from what. For an invoice: previousdoc = the invoice, nextdoc = the payment or credit
-- memo, linktype 'Payment', type and previoustype as in transaction.
CREATE TABLE nexttransactionlink (
  previousdoc BIGINT NOT NULL,
  nextdoc BIGINT NOT NULL,
  linktype VARCHAR(40) NOT NULL,
  linktype__df VARCHAR(60) INVISIBLE,
  previoustype VARCHAR(20) NOT NULL,
  nexttype VARCHAR(20) NOT NULL,
  foreignamount DECIMAL(18, 2) NOT NULL,
  lastmodifieddate TIMESTAMP NOT NULL,
  story VARCHAR(64) INVISIBLE NOT NULL
);

CREATE TABLE previoustransactionlink (
  previousdoc BIGINT NOT NULL,
  nextdoc BIGINT NOT NULL,
  linktype VARCHAR(40) NOT NULL,
  linktype__df VARCHAR(60) INVISIBLE,
  previoustype VARCHAR(20) NOT NULL,
  nexttype VARCHAR(20) NOT NULL,
  foreignamount DECIMAL(18, 2) NOT NULL,
  lastmodifieddate TIMESTAMP NOT NULL,
  story VARCHAR(64) INVISIBLE NOT NULL
);

CREATE INDEX customer_external ON customer (externalid);
CREATE INDEX customer_story ON customer (story);
CREATE INDEX transaction_entity ON transaction (entity);
CREATE INDEX transaction_opportunity ON transaction (custbody_sf_opportunity_id);
CREATE INDEX transaction_contract ON transaction (custbody_sf_contract_id);
CREATE INDEX transaction_account ON transaction (custbody_sf_account_id);
CREATE INDEX transaction_tranid ON transaction (tranid);
CREATE INDEX transaction_story ON transaction (story);
CREATE INDEX transactionline_story ON transactionline (story);
CREATE INDEX next_previous ON nexttransactionlink (previousdoc);
CREATE INDEX next_next ON nexttransactionlink (nextdoc);
CREATE INDEX next_story ON nexttransactionlink (story);
CREATE INDEX previous_previous ON previoustransactionlink (previousdoc);
CREATE INDEX previous_next ON previoustransactionlink (nextdoc);
CREATE INDEX previous_story ON previoustransactionlink (story);
