/*
 * Logs as other tools write them. Locust's aggregates (2.12) and Artillery's report (2.0) were written
 * by these tools, against a server on this machine. JMeter's lines were printed by its own
 * CSVSaveService (2.13) from samples made by hand; Locust's single requests by a listener with the
 * columns of the contributed logger, which 2.12 does not ship. The others are composed after their
 * documentation, which each names.
 */

/**
 * k6 run --out json: https://grafana.com/docs/k6/latest/results-output/real-time/json/, with tags of
 * one's own (https://grafana.com/docs/k6/latest/using-k6/tags-and-groups/).
 */
export const K6_JSON = `\
{"type":"Metric","data":{"name":"http_reqs","type":"counter","contains":"default","thresholds":[],"submetrics":null},"metric":"http_reqs"}
{"metric":"http_reqs","type":"Point","data":{"time":"2025-11-22T14:34:45.239531499+01:00","value":1,"tags":{"expected_response":"true","group":"","method":"POST","name":"https://abc123.lambda-url.eu-west-1.on.aws/resize","payload_kb":"200","proto":"HTTP/1.1","scenario":"default","status":"200","trace_id":"1-6921bcb5-000000000000000000000001","url":"https://abc123.lambda-url.eu-west-1.on.aws/resize"}}}
{"type":"Metric","data":{"name":"http_req_duration","type":"trend","contains":"time","thresholds":[],"submetrics":null},"metric":"http_req_duration"}
{"metric":"http_req_duration","type":"Point","data":{"time":"2025-11-22T14:34:45.239531499+01:00","value":459.865729,"tags":{"expected_response":"true","group":"","method":"POST","name":"https://abc123.lambda-url.eu-west-1.on.aws/resize","payload_kb":"200","proto":"HTTP/1.1","scenario":"default","status":"200","trace_id":"1-6921bcb5-000000000000000000000001","url":"https://abc123.lambda-url.eu-west-1.on.aws/resize"}}}
{"metric":"http_req_waiting","type":"Point","data":{"time":"2025-11-22T14:34:45.239531499+01:00","value":458.1,"tags":{"method":"POST","name":"https://abc123.lambda-url.eu-west-1.on.aws/resize","scenario":"default","status":"200"}}}
{"metric":"http_req_duration","type":"Point","data":{"time":"2025-11-22T14:34:46.1+01:00","value":120.5,"tags":{"expected_response":"true","method":"POST","name":"resize","payload_kb":"200","platform":"fargate","scenario":"default","status":"200","url":"https://shop.example.com/resize"}}}
{"metric":"vus","type":"Point","data":{"time":"2025-11-22T14:34:46.5+01:00","value":5,"tags":null}}
{"metric":"http_req_duration","type":"Point","data":{"time":"2025-11-22T14:35:16.1+01:00","value":30000,"tags":{"error":"request timeout","error_code":"1050","expected_response":"false","method":"POST","name":"https://shop.example.com/checkout","scenario":"default","status":"0","url":"https://shop.example.com/checkout"}}}
`;

/** k6 run --out csv: https://grafana.com/docs/k6/latest/results-output/real-time/csv/ */
export const K6_CSV = `\
metric_name,timestamp,metric_value,check,error,error_code,expected_response,group,method,name,proto,scenario,service,status,subproto,tls_version,url,extra_tags,metadata
http_reqs,1763818485,1.000000,,,,true,,POST,resize,HTTP/1.1,default,,200,,,https://abc123.lambda-url.eu-west-1.on.aws/resize,payload_kb=200,
http_req_duration,1763818485,459.865729,,,,true,,POST,resize,HTTP/1.1,default,,200,,,https://abc123.lambda-url.eu-west-1.on.aws/resize,payload_kb=200&trace_id=1-6921bcb5-000000000000000000000001,
http_req_duration,1763818486,120.500000,,,,true,,POST,http://study-1.eu-west-1.elb.amazonaws.com/,HTTP/1.1,default,,200,,,http://study-1.eu-west-1.elb.amazonaws.com/,,
`;

/** JMeter 2.13: CSVSaveService, with the columns URL and Connect switched on. */
export const JMETER_JTL = `\
timeStamp,elapsed,label,responseCode,responseMessage,threadName,dataType,success,failureMessage,bytes,grpThreads,allThreads,URL,Filename,Latency,Encoding,SampleCount,ErrorCount,Hostname,Connect
1795546631276,20,resize,200,OK,Thread Group 1-1,text,true,,0,0,0,http://127.0.0.1:38471/resize,,15,ISO-8859-1,1,0,vm,0
1795546631407,14,"failing, ""quoted""",500,Internal Server Error,Thread Group 1-1,text,false,,0,0,0,http://127.0.0.1:38471/fail,,12,ISO-8859-1,1,1,vm,0
1795546631423,18,nobody,Non HTTP response code: java.net.ConnectException,Non HTTP response message: Connection refused,Thread Group 1-1,text,false,,0,0,0,http://127.0.0.1:9/x,,16,ISO-8859-1,1,1,vm,0
1795546631443,14,resize,200,OK,Thread Group 1-1,text,true,,0,0,0,http://127.0.0.1:38471/resize,,12,ISO-8859-1,1,0,vm,0
`;

/**
 * Locust 2.12, its request event in the columns of
 * https://github.com/locustio/locust/blob/master/locust/contrib/csv_request_logger.py
 */
export const LOCUST_REQUESTS = `\
timestamp,request_type,name,response_time_ms,response_length,status_code,exception
1795546498.042522,GET,"nobody, there",12.11,0,0,[Errno 111] Connection refused
1795546498.256953,GET,/fail,47.38,2,500,500 Server Error: Internal Server Error for url: http://127.0.0.1:38471/fail
1795546498.937834,POST,/resize,14.38,2,200,
1795546499.35836,POST,/resize,8.93,2,200,
`;

/** Locust 2.12, --csv run: the heads of what it writes beside. */
export const LOCUST_AGGREGATES: Readonly<Record<string, string>> = {
  "run_stats.csv": `\
Type,Name,Request Count,Failure Count,Median Response Time,Average Response Time,Min Response Time,Max Response Time,Average Content Size,Requests/s,Failures/s,50%,66%,75%,80%,90%,95%,98%,99%,99.9%,99.99%,100%
GET,/fail,2,2,8,9.051838498635334,7.927575999929104,10.176100997341564,2.0,2.205052379341408,2.205052379341408,10,10,10,10,10,10,10,10,10,10,10
`,
  "run_stats_history.csv": `\
Timestamp,User Count,Type,Name,Requests/s,Failures/s,50%,66%,75%,80%,90%,95%,98%,99%,99.9%,99.99%,100%,Total Request Count,Total Failure Count,Total Median Response Time,Total Average Response Time,Total Min Response Time,Total Max Response Time,Total Average Content Size
1795546474,0,,Aggregated,0.000000,0.000000,N/A,N/A,N/A,N/A,N/A,N/A,N/A,N/A,N/A,N/A,N/A,0,0,0,0.0,0,0,0
`,
  "run_failures.csv": `\
Method,Name,Error,Occurrences
GET,/fail,HTTPError('500 Server Error: Internal Server Error for url: http://127.0.0.1:38471/fail'),2
`,
  "run_exceptions.csv": "Count,Message,Traceback,Nodes\n",
};

/** Artillery 2.0.34, --output: the beginning of its aggregate. */
export const ARTILLERY_REPORT = `\
{
  "aggregate": {
    "period": 1795546640000,
    "counters": {
      "vusers.created_by_name.0": 2,
      "vusers.created": 2,
      "http.requests": 2,
      "http.codes.200": 2
    }
  },
  "intermediate": []
}
`;

/**
 * A text log of a function, https://docs.aws.amazon.com/lambda/latest/dg/nodejs-logging.html, as it is
 * exported to S3, a time before each event (a report's second line has none)
 * (https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/S3Export.html).
 */
export const LAMBDA_TEXT_LINES = `\
2025-11-22T13:34:44.700Z INIT_START Runtime Version: nodejs:20.v43\tRuntime Version ARN: arn:aws:lambda:eu-west-1::runtime:0f0f
2025-11-22T13:34:44.800Z START RequestId: 11111111-2222-4333-8444-000000000001 Version: $LATEST
2025-11-22T13:34:44.900Z 2025-11-22T13:34:44.900Z\t11111111-2222-4333-8444-000000000001\tINFO\tresized
2025-11-22T13:34:45.100Z END RequestId: 11111111-2222-4333-8444-000000000001
2025-11-22T13:34:45.100Z REPORT RequestId: 11111111-2222-4333-8444-000000000001\tDuration: 47.28 ms\tBilled Duration: 389 ms\tMemory Size: 1024 MB\tMax Memory Used: 86 MB\tInit Duration: 340.74 ms\t
XRAY TraceId: 1-6921bcb5-000000000000000000000001\tSegmentId: 0123456789abcdef\tSampled: true\t
`;

/**
 * The same in the JSON format of the system log:
 * https://docs.aws.amazon.com/lambda/latest/dg/telemetry-schema-reference.html
 */
export const LAMBDA_JSON_LINES = `\
{"time":"2025-11-22T13:34:44.800Z","type":"platform.start","record":{"requestId":"11111111-2222-4333-8444-000000000001","version":"$LATEST"}}
{"timestamp":"2025-11-22T13:34:44.900Z","level":"INFO","requestId":"11111111-2222-4333-8444-000000000001","message":"resized"}
{"time":"2025-11-22T13:34:45.100Z","type":"platform.report","record":{"requestId":"11111111-2222-4333-8444-000000000001","metrics":{"durationMs":47.28,"billedDurationMs":389,"memorySizeMB":1024,"maxMemoryUsedMB":86,"initDurationMs":340.74},"tracing":{"spanId":"0123456789abcdef","type":"X-Amzn-Trace-Id","value":"Root=1-6921bcb5-000000000000000000000001;Parent=0123456789abcdef;Sampled=1"},"status":"success"}}
`;

/**
 * Access log of a load balancer:
 * https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-access-logs.html
 */
export const ALB_LINES = `\
http 2025-11-22T13:34:46.100123Z app/study/50dc6c495c0c9188 192.0.2.10:2817 10.0.0.1:80 0.001 0.108 0.000 200 200 205134 57 "POST http://study-1.eu-west-1.elb.amazonaws.com:80/resize HTTP/1.1" "k6/1.0.0 (https://k6.io/)" - - arn:aws:elasticloadbalancing:eu-west-1:123456789012:targetgroup/ecs/73e2d6bc24d8a067 "Self=1-6921bcb6-00000000000000000000000a;Root=1-6921bcb6-000000000000000000000002" "-" "-" 0 2025-11-22T13:34:45.990000Z "forward" "-" "-" "10.0.0.1:80" "200" "-" "-" TID_1234abcd5678ef90 "-" "-" "-"
`;
